import { z } from "zod";
import { changePassword } from "#core/identity/change-password.ts";
import { endOtherSessions, endSession, listSessions, MOST_SESSIONS } from "#core/identity/own-sessions.ts";
import { MAX_PASSWORD, PASSWORD_FORM } from "#core/identity/password-rule.ts";
import { findSession } from "#core/identity/session.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { idSchema } from "#core/kernel/ids.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { text } from "#core/kernel/text.ts";
import type { APIGatewayProxyEvent } from "#lambdas/runtime/api-gateway.ts";
import { count } from "#lambdas/runtime/metrics.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";
import { credentialOf } from "#lambdas/runtime/session-cookie.ts";
import { viewerAddress } from "#lambdas/runtime/web-security.ts";

/** The id of the session of a request. Throws Unauthenticated when it has ended since the request was authorised. */
async function currentSession(
  services: WithStore & WithClock,
  { headers }: Pick<APIGatewayProxyEvent, "headers">,
): Promise<string> {
  const token = credentialOf(headers);
  const session = token && (await findSession(services, token));
  if (session) return session.session_id;
  throw new GantryError("Unauthenticated", "The session has ended. Log in again.");
}

/** Counts wrong passwords within sessions like failed log-ins. */
function countFailure(error: unknown): never {
  if (error instanceof GantryError && error.field === "current_password" && error.code === "Forbidden")
    count("LogInsFailed", 1);
  throw error;
}

export const sessionRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/gantry/sessions",
    id: "listSessions",
    tag: "Session",
    right: "read",
    sessionOnly: true,
    summary: "List your sessions.",
    description: `The caller's own sessions that are valid, newest first, at most ${MOST_SESSIONS}. \`last_used_at\` is precise to five minutes.`,
    reply: { status: 200, description: "The sessions.", schema: "SessionList" },
    async handle({ services, caller, event }) {
      const [current, sessions] = await Promise.all([
        currentSession(services, event),
        listSessions(services, caller),
      ]);
      return {
        status: 200,
        body: {
          sessions: sessions.map((session) => ({ ...session, current: session.session_id === current })),
        },
      };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/sessions/{id}/revoke",
    id: "revokeSession",
    tag: "Session",
    right: "read",
    sessionOnly: true,
    summary: "End one of your sessions.",
    description: "Its next request is refused. A WebSocket that it opened remains open until it is closed.",
    refuses: ["NotFound", "Conflict"],
    params: z.strictObject({ id: idSchema.describe("The session's `session_id`.") }),
    body: z.strictObject({}),
    reply: { status: 200, description: "The session has ended.", schema: "SessionsEnded" },
    async handle({ services, caller, path }) {
      await endSession(services, caller, path.id);
      return { status: 200, body: { ended: 1 } };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/sessions/revoke-others",
    id: "revokeOtherSessions",
    tag: "Session",
    right: "read",
    sessionOnly: true,
    summary: "End all your other sessions.",
    description: "All of them, also those that the list does not show. The session of the request remains.",
    refuses: ["Conflict"],
    body: z.strictObject({}),
    reply: { status: 200, description: "The sessions have ended.", schema: "SessionsEnded" },
    async handle({ services, caller, event }) {
      const ended = await endOtherSessions(services, caller, await currentSession(services, event));
      return { status: 200, body: { ended } };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/auth/password",
    id: "changePassword",
    tag: "Session",
    right: "read",
    sessionOnly: true,
    summary: "Change your password.",
    description: `The new password must be ${PASSWORD_FORM}. All other sessions of the person end; keys of devices remain. A wrong \`current_password\` returns \`Forbidden\`; attempts are limited like log-ins. The format of an Idempotency-Key is checked, but no reply is stored: repeating the request fails, because the current password is then the new one.`,
    keyed: false,
    refuses: ["Conflict"],
    body: z.strictObject({
      current_password: text()
        .min(1)
        .max(MAX_PASSWORD)
        .meta({ examples: ["your password"] }),
      new_password: text()
        .min(1)
        .max(MAX_PASSWORD)
        .meta({ examples: ["a longer password than before"] }),
    }),
    reply: { status: 200, description: "The password has changed.", schema: "SessionsEnded" },
    async handle({ services, caller, body, event }) {
      const ended = await changePassword(services, caller, {
        current: body.current_password,
        next: body.new_password,
        address: viewerAddress(event),
        session_id: await currentSession(services, event),
      }).catch(countFailure);
      return { status: 200, body: { ended } };
    },
  }),
];

import { z } from "zod";
import { readCredential } from "#core/identity/credentials.ts";
import { recordLogIn } from "#core/identity/member-record.ts";
import { MAX_PASSWORD } from "#core/identity/password-rule.ts";
import { logIn, logOut, SESSION_SECONDS } from "#core/identity/session.ts";
import { issueTicket, WATCH } from "#core/identity/ticket.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { text } from "#core/kernel/text.ts";
import { headerOf } from "#lambdas/runtime/headers.ts";
import { count } from "#lambdas/runtime/metrics.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";
import { credentialOf, halvesOf, sessionCookie } from "#lambdas/runtime/session-cookie.ts";
import { viewerAddress } from "#lambdas/runtime/web-security.ts";

/** Counts failed logins as a metric, because they belong to no tenant and so cannot be recorded on a chain. */
function countFailure(error: unknown): never {
  if (error instanceof GantryError && error.code === "Unauthenticated") count("LogInsFailed", 1);
  throw error;
}

export const authRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/gantry/auth",
    id: "logIn",
    tag: "Session",
    right: "public",
    summary: "Log in with a password.",
    description:
      "Programs send `token` as Authorization: Bearer. Pages send the cookie that is set with the reply, and `page_token` in the header X-Gantry-Token; neither is sufficient alone. Each call creates a new session: the format of an Idempotency-Key is checked, but a reply that contains a secret is not stored. Attempts are limited for each user and each address.",
    keyed: false,
    refuses: ["Unauthenticated", "Conflict"],
    body: z.strictObject({
      password: text()
        .min(1)
        .max(MAX_PASSWORD)
        .meta({ examples: ["your password"] }),
      user: idSchema.default("owner"),
    }),
    reply: {
      status: 200,
      description: "The session, for programs and for pages.",
      schema: "NewSession",
      headers: ["Set-Cookie"],
    },
    async handle({ services, servicesFor, body, event }) {
      const client = headerOf(event.headers, "user-agent");
      const input = { ...body, client, address: viewerAddress(event) };
      const { token, caller, expires } = await logIn(services, input, servicesFor).catch(countFailure);
      // Recorded before the reply, so that every session that a client gets has a signal.
      await recordLogIn(servicesFor(caller), caller);
      const { cookie, page_token } = halvesOf(token);
      return {
        status: 200,
        body: {
          authenticated: true,
          ...caller,
          token,
          page_token,
          expires_at: new Date(expires).toISOString(),
        },
        cookie: sessionCookie(event.headers, cookie, SESSION_SECONDS),
      };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/auth/status",
    id: "authStatus",
    tag: "Session",
    right: "public",
    session: true,
    summary: "Read the caller of the request.",
    description: "Requires no session: without one, `authenticated` is false.",
    reply: { status: 200, description: "The caller of the request, if authenticated.", schema: "Session" },
    async handle({ services, event }) {
      const token = credentialOf(event.headers);
      const caller = token && (await readCredential(services, token));
      return { status: 200, body: caller ? { authenticated: true, ...caller } : { authenticated: false } };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/auth/logout",
    id: "logOut",
    tag: "Session",
    right: "public",
    session: true,
    summary: "Log out.",
    description:
      "Ends the session of the request. The operation is idempotent: the format of an Idempotency-Key is checked, but no reply is stored.",
    keyed: false,
    body: z.strictObject({}),
    reply: {
      status: 200,
      description: "The session has ended.",
      schema: "Session",
      headers: ["Set-Cookie"],
    },
    async handle({ services, event }) {
      const token = credentialOf(event.headers);
      if (token) await logOut(services, token);
      return { status: 200, body: { authenticated: false }, cookie: sessionCookie(event.headers, "", 0) };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/ws-ticket",
    id: "wsTicket",
    tag: "Session",
    ...WATCH,
    summary: "Get a ticket for one WebSocket on one mission.",
    description:
      "Open the WebSocket at `url` within 30 s, and offer the subprotocols `gantry.v1` and `ticket.<ticket>`. A request to that address that is not a WebSocket handshake returns `UpgradeRequired`. Each call creates a new ticket: the format of an Idempotency-Key is checked, but a reply that contains a secret is not stored.",
    keyed: false,
    refuses: ["NotFound"],
    body: z.strictObject({ mission_id: idSchema.meta({ examples: ["m_0000000010000000000000000"] }) }),
    reply: { status: 200, description: "The ticket.", schema: "Ticket" },
    async handle({ services, caller, body }) {
      const issued = await issueTicket(services, caller, body.mission_id);
      return { status: 200, body: { ...issued, url: `/gantry/ws/${body.mission_id}` } };
    },
  }),
];

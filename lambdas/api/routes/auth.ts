import { z } from "zod";
import { logIn, logOut, readSession, SESSION_SECONDS } from "#core/auth/session.ts";
import { issueTicket } from "#core/auth/ticket.ts";
import { idSchema } from "#core/ids.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";
import { sessionCookie, sessionToken, viewerAddress } from "#lambdas/runtime/web-security.ts";

const who = z.object({
  authenticated: z.boolean(),
  user: z.string().optional(),
  tenant: z.string().optional(),
  role: z.string().optional(),
});

export const authRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/gantry/auth",
    id: "logIn",
    right: "public",
    summary:
      "Password to session cookie. The token in the reply is for programs: Authorization: Bearer. Each call makes a session of its own: an Idempotency-Key is checked for its form, but a reply with a secret is not kept.",
    keyed: false,
    body: z.strictObject({
      password: z
        .string()
        .min(1)
        .max(1000)
        .meta({ examples: ["your password"] }),
      user: idSchema.default("owner"),
    }),
    reply: { status: 200, schema: who.extend({ token: z.string(), expires_at: z.iso.datetime() }) },
    async handle({ factory, body, event }) {
      const { token, caller, expires } = await logIn(factory, {
        ...body,
        address: viewerAddress(event),
      });
      return {
        status: 200,
        body: { authenticated: true, ...caller, token, expires_at: new Date(expires).toISOString() },
        cookie: sessionCookie(event.headers, token, SESSION_SECONDS),
      };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/auth/status",
    id: "authStatus",
    right: "public",
    summary: "Whether the request carries a session, and whose.",
    reply: { status: 200, schema: who },
    async handle({ factory, event }) {
      const token = sessionToken(event.headers);
      const caller = token && (await readSession(factory, token));
      return { status: 200, body: caller ? { authenticated: true, ...caller } : { authenticated: false } };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/auth/logout",
    id: "logOut",
    right: "public",
    summary:
      "Ends the session. The same again changes nothing, so an Idempotency-Key is checked for its form and keeps nothing.",
    keyed: false,
    body: z.strictObject({}),
    reply: { status: 200, schema: who },
    async handle({ factory, event }) {
      const token = sessionToken(event.headers);
      if (token) await logOut(factory, token);
      return { status: 200, body: { authenticated: false }, cookie: sessionCookie(event.headers, "", 0) };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/ws-ticket",
    id: "wsTicket",
    right: "read",
    summary:
      "A ticket for one WebSocket on one mission: offer the subprotocols gantry.v1 and ticket.<ticket> within 30 s.",
    body: z.strictObject({ mission_id: idSchema.meta({ examples: ["m_0000000010000000000000000"] }) }),
    reply: { status: 200, schema: z.object({ ticket: z.string(), expires_in: z.number(), url: z.string() }) },
    async handle({ factory, caller, body }) {
      const issued = await issueTicket(factory, caller, body.mission_id);
      return { status: 200, body: { ...issued, url: `/gantry/ws/${body.mission_id}` } };
    },
  }),
];

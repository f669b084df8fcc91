import { z } from "zod";
import { logIn, logOut, readSession, SESSION_SECONDS } from "#core/auth/session.ts";
import { issueTicket } from "#core/auth/ticket.ts";
import { idSchema } from "#core/ids.ts";
import { text } from "#core/text.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";
import { halvesOf, sessionCookie, sessionToken } from "#lambdas/runtime/session-cookie.ts";
import { viewerAddress } from "#lambdas/runtime/web-security.ts";

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
      "Password to session. Programs send `token` as Authorization: Bearer. Pages send the cookie that comes with the reply, and `page_token` in the header X-Gantry-Token: neither is of use alone. Each call makes a session of its own: an Idempotency-Key is checked for its form, but a reply with a secret is not kept.",
    keyed: false,
    body: z.strictObject({
      password: text()
        .min(1)
        .max(1000)
        .meta({ examples: ["your password"] }),
      user: idSchema.default("owner"),
    }),
    reply: {
      status: 200,
      schema: who.extend({ token: z.string(), page_token: z.string(), expires_at: z.iso.datetime() }),
    },
    async handle({ factory, body, event }) {
      const { token, caller, expires } = await logIn(factory, {
        ...body,
        address: viewerAddress(event),
      });
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
        cookie: sessionCookie(cookie, SESSION_SECONDS),
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
      return { status: 200, body: { authenticated: false }, cookie: sessionCookie("", 0) };
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

import { z } from "zod";
import { id, time } from "#core/web/replies/parts.ts";

const caller = z.object({
  tenant: id,
  principal: id.describe("The user, service account or agent."),
  kind: z.enum(["human", "service", "agent"]),
  membership: z.string().nullable().describe("A person's role in the tenant; null for machines."),
  roles: z.array(id).describe("Authority roles, which gates can require."),
  teams: z.array(id),
  auth_time: time.describe("When the principal authenticated."),
  amr: z.array(z.string()).describe("Authentication methods, with the values of RFC 8176: `pwd`, `device`."),
  scopes: z.array(z.string()).describe("Scopes of a machine's key."),
  device: id.optional().describe("The personal device that the person uses."),
});

export const session = z
  .object({ authenticated: z.boolean(), ...caller.partial().shape })
  .meta({ id: "Session", description: "The caller of the request, if authenticated." });

export const newSession = z
  .object({
    authenticated: z.boolean(),
    ...caller.shape,
    token: z.string().describe("For programs: send it as Authorization: Bearer."),
    page_token: z.string().describe("For pages: send it as X-Gantry-Token, with the cookie."),
    expires_at: time,
  })
  .meta({ id: "NewSession", description: "A new session." });

export const ticket = z
  .object({
    ticket: z.string(),
    expires_in: z.number().int().describe("Seconds."),
    url: z.string().describe("The path of the WebSocket."),
  })
  .meta({ id: "Ticket", description: "Opens one WebSocket, once." });

const ownSession = z
  .object({
    session_id: id,
    begun_at: time,
    last_used_at: time.describe("Precise to five minutes."),
    expires_at: time,
    address: z.string().describe("The address from which it was begun."),
    client: z.string().nullable().describe("What the client said about itself then: its User-Agent."),
    current: z.boolean().describe("Whether this is the session of the request."),
  })
  .meta({ id: "OwnSession", description: "A session of the caller." });

export const sessionList = z
  .object({ sessions: z.array(ownSession) })
  .meta({ id: "SessionList", description: "Sessions of the caller, newest first." });

export const sessionsEnded = z
  .object({ ended: z.number().int().describe("Number of sessions that have ended.") })
  .meta({ id: "SessionsEnded", description: "How many sessions have ended." });

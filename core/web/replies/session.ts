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

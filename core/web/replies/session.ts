import { z } from "zod";
import { id, time } from "#core/web/replies/parts.ts";

const caller = z.object({
  tenant: id,
  principal: id.describe("The user, service account or agent."),
  kind: z.enum(["human", "service", "agent"]),
  membership: z.string().nullable().describe("A person's role in the tenant; null for machines."),
  roles: z.array(id).describe("Authority roles, which policies ask for at gates."),
  teams: z.array(id),
  auth_time: time.describe("When the principal authenticated."),
  amr: z.array(z.string()).describe("How, in the words of RFC 8176: `pwd`, `device`."),
  scopes: z.array(z.string()).describe("What a machine may do."),
  device: id.optional().describe("The personal device through which the person speaks."),
});

export const session = z
  .object({ authenticated: z.boolean(), ...caller.partial().shape })
  .meta({ id: "Session", description: "Who sends the request, if that is known." });

export const newSession = z
  .object({
    authenticated: z.boolean(),
    ...caller.shape,
    token: z.string().describe("For programs: sent as Authorization: Bearer."),
    page_token: z.string().describe("For pages: sent as X-Gantry-Token, beside the cookie."),
    expires_at: time,
  })
  .meta({ id: "NewSession", description: "A session that has just begun." });

export const ticket = z
  .object({
    ticket: z.string(),
    expires_in: z.number().int().describe("Seconds."),
    url: z.string().describe("The path of the WebSocket."),
  })
  .meta({ id: "Ticket", description: "What opens one WebSocket, once." });

import { z } from "zod";
import { id, time } from "#core/web/replies/parts.ts";

const who = z.object({
  authenticated: z.boolean(),
  user: id.optional(),
  tenant: id.optional(),
  role: z.string().optional(),
});

export const session = who.meta({ id: "Session", description: "Whose session it is, if there is one." });

export const newSession = who
  .required()
  .extend({
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

import { z } from "zod";
import { id, phase, time } from "#core/web/replies/parts.ts";

const queued = z
  .object({
    mission_id: id,
    title: z.string().nullable().describe("Null beyond the first 20 that wait."),
    status: phase.nullable(),
    created_at: time.nullable(),
  })
  .meta({ id: "QueuedMission", description: "A mission that holds a builder slot or waits for one." });

export const queue = z
  .object({
    slots: z.number().int().describe("How many missions of the tenant may run at once."),
    running: z.array(queued).describe("Who holds a slot."),
    waiting: z.array(queued).describe("Who waits, the next one first."),
  })
  .meta({ id: "Queue", description: "The builder slots of the tenant, and the missions that wait for one." });

const usd = z.number().describe("In US dollars.");

export const budget = z
  .object({
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .describe("The month, in UTC."),
    spent_usd: usd,
    reserved_usd: usd.describe("Held for calls that are running, in US dollars."),
    unknown_usd: usd.describe("The most that calls whose process died have spent, in US dollars."),
    limit_usd: usd.nullable().describe("The monthly limit of the policy, in US dollars; null for none."),
    forecast_usd: usd.describe(
      "What the month comes to if each day costs as much as the days so far, in US dollars.",
    ),
  })
  .meta({ id: "Budget", description: "What the tenant spends on models this month." });

import { z } from "zod";
import { idSchema, sha256Schema } from "#core/ids.ts";
import { CURSOR_PATTERN } from "#core/list/cursor.ts";
import { FINAL_PHASES, WORKING_PHASES } from "#core/mission/phase.ts";
import { noticeSchema } from "#core/plan/notices.ts";
import { planSchema } from "#core/plan/plan.ts";
import { SPEECH_CHARACTERS } from "#core/spoken.ts";
import { text } from "#core/text.ts";

/** Shapes of requests and replies that several routes share. */

export const missionPath = z.strictObject({ id: idSchema });
export const phase = z.enum([...WORKING_PHASES, ...FINAL_PHASES]);
export const message = text().min(1, "must not be empty").max(8000, "must have at most 8,000 characters");
export const speech = z.string().max(SPEECH_CHARACTERS);
export const page = z.coerce.number().int().min(1, "must be at least 1").max(200, "must be at most 200");

const TIMES = [z.iso.date(), z.iso.datetime({ offset: true })];
const time = z
  .string()
  .refine(
    (value) => TIMES.some((schema) => schema.safeParse(value).success),
    "must be a date such as 2026-11-21 or a time such as 2026-11-21T09:30:00Z",
  )
  .transform((value) => new Date(value).toISOString());

/** The query of a list: which part of it, and of which time. */
export const listQuery = z.strictObject({
  limit: page.default(50),
  cursor: z
    .string()
    .regex(CURSOR_PATTERN, "must be the next_cursor of an earlier reply")
    .optional()
    .describe("The `next_cursor` of the page before, with the same filters."),
  project: idSchema.optional().describe("The name of the project."),
  from: time.optional().describe("Made at this time or later. A date is its midnight in UTC."),
  to: time.optional().describe("Made before this time."),
});
export const next_cursor = z
  .string()
  .nullable()
  .describe("Where the next page begins; null on the last one.");

export const consultBody = z.strictObject({
  message: message.meta({ examples: ["Build me a task manager"] }).optional(),
  conversation_id: idSchema.optional(),
  confirm: sha256Schema.optional().describe("The plan's hash, as shown. Confirming starts the build."),
  deploy: z.boolean().optional(),
  publish: z.boolean().optional(),
  image_base64: text().min(1).max(5_100_000, "must be at most 3.75 MB of image").optional(),
  image_filename: text().min(1).max(200).optional(),
});

export const consultReply = z.object({
  conversation_id: idSchema,
  status: z.enum(["open", "awaiting_confirmation", "confirmed"]),
  speech,
  question: z.string().nullable(),
  plan: planSchema.extend({ hash: sha256Schema }).nullable(),
  mission_id: idSchema.optional(),
});

/** A turn of a consultation also says what limits this installation: it matters before a person confirms. */
export const turnReply = consultReply.extend({
  notices: z
    .array(noticeSchema)
    .describe(
      "What of the plan this installation refuses or limits, for people to read before they confirm.",
    ),
});

export const consultationReply = consultReply.extend({ created_at: z.string(), updated_at: z.string() });

export const missionReply = z.object({
  mission_id: idSchema,
  conversation_id: z.string(),
  retry_of: z.string().nullable(),
  title: z.string(),
  request: z.array(z.string()).describe("The words the person asked with, oldest first."),
  plan_hash: z.string().describe("What the person confirmed."),
  project: z.string().describe("Name of the repository and of the Vercel project."),
  status: phase,
  outcome: z.string().nullable(),
  url: z.string().nullable(),
  preview_url: z.string().nullable(),
  pr_url: z.string().nullable(),
  attempts: z.number().int(),
  speech,
  seq: z.number().int(),
  tree_sha256: z.string().nullable(),
  output_sha256: z.string().nullable(),
  evidence: z.object({ root: z.string(), tree_size: z.number(), seal_sha256: z.string() }).nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  phases: z.array(
    z.object({ phase, attempt: z.number(), started_at: z.string(), ended_at: z.string().nullable() }),
  ),
  cost_usd: z.number(),
  created_at: z.string(),
  cancel_requested_at: z
    .string()
    .nullable()
    .meta({ description: "When a person asked the mission to stop. It is stopping until it has ended." }),
  ended_at: z.string().nullable(),
});

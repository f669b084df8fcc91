import { z } from "zod";
import { CONSULTANT_STATUSES } from "#core/factory/conversation/reply.ts";
import { FINAL_PHASES, PHASES } from "#core/factory/mission/phase.ts";
import { SPEECH_CHARACTERS } from "#core/factory/spoken.ts";
import { ERRORS, type ErrorCode } from "#core/kernel/errors.ts";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";

/** Parts of several replies. */

export const id = idSchema.meta({ id: "Id", description: "Ids of one kind sort by creation time." });
export const sha256 = sha256Schema.meta({ id: "Sha256", description: "A SHA-256 digest." });
export const time = z.iso.datetime().meta({ id: "Time", description: "A time in UTC." });
export const url = z.string().meta({ format: "uri" });
export const errorCode = z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]).meta({
  id: "ErrorCode",
  description: "The error code. `/docs#error-<code>` describes it.",
  "x-gantry-errors": Object.entries(ERRORS).map(([code, { status, title }]) => ({ code, status, title })),
});
export const failure = z
  .object({ code: errorCode, message: z.string().describe("A sentence for people.") })
  .meta({ id: "MissionError", description: "Why a mission did not succeed." });
export const phase = z.enum(PHASES).meta({
  id: "Phase",
  description: `The phase of a mission. Final phases are ${FINAL_PHASES.join(", ")}; the phase is SEAL_FAILED while its evidence cannot be written.`,
});
export const consultationState = z.enum(["open", "planning", "awaiting_confirmation", "confirmed"]).meta({
  id: "ConsultationState",
  description:
    "Whether there is a plan to confirm, or a mission. In the state `planning` the consultant is still answering the newest message.",
});
export const consultantStatus = z
  .enum(CONSULTANT_STATUSES)
  .meta({ id: "ConsultantStatus", description: "What the consultation needs next." });
export const speech = z
  .string()
  .max(SPEECH_CHARACTERS)
  .describe("Gantry's reply, short enough to be spoken.");
export const next_cursor = z.string().nullable().describe("Cursor of the next page; null on the last page.");

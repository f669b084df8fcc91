import { z } from "zod";
import { noticeSchema } from "#core/factory/plan/notices.ts";
import { planSchema } from "#core/factory/plan/plan.ts";
import { consultationStatus, id, next_cursor, sha256, speech, time } from "#core/web/replies/parts.ts";

const { features, questions } = planSchema.shape;

const parts = planSchema.extend({
  features: features.clone().describe("What the app can do; what the person left out is not `included`."),
  questions: questions.clone().describe("What is still open, with what is built without an answer."),
});

export const plan = parts.meta({ id: "Plan", description: "What will be built." });

const shownPlan = parts
  .extend({ hash: sha256.describe("What a confirmation names, so that it is of exactly this plan.") })
  .meta({ id: "ShownPlan", description: "A plan as it is shown to the person." });

const notice = noticeSchema.meta({ id: "Notice", description: "What limits this installation." });

const standing = z.object({
  conversation_id: id,
  status: consultationStatus,
  speech,
  question: z.string().nullable().describe("The one question to answer next."),
  plan: shownPlan.nullable(),
  gate_id: id.nullable().describe("The gate at which the plan waits for its confirmation."),
  mission_id: id.optional().describe("The mission that builds it, once the plan was confirmed."),
});

export const turnReply = standing
  .extend({
    notices: z
      .array(notice)
      .describe(
        "What of the plan this installation refuses or limits, for people to read before they confirm.",
      ),
  })
  .meta({ id: "ConsultationTurn", description: "What one turn of a consultation came to." });

export const consultation = standing
  .extend({ created_at: time, updated_at: time })
  .meta({ id: "Consultation", description: "A consultation as it stands." });

export const consultationWithMessages = consultation
  .extend({
    messages: z.array(z.object({ from: z.enum(["person", "gantry"]), text: z.string(), time })),
  })
  .meta({ id: "ConsultationWithMessages", description: "A consultation with everything that was said." });

export const consultationList = z
  .object({ consultations: z.array(consultation), next_cursor })
  .meta({ id: "ConsultationList", description: "One page of consultations, newest first." });

export const commissioned = z
  .object({ mission_id: id, conversation_id: id, speech })
  .meta({ id: "Commission", description: "The mission that has begun." });

export const chatAnswer = z
  .object({ answer: z.string() })
  .meta({ id: "ChatAnswer", description: "The answer." });

export const themeList = z
  .object({
    themes: z.array(
      z
        .object({ id: z.string(), title: z.string(), description: z.string() })
        .meta({ id: "Theme", description: "How an app looks." }),
    ),
  })
  .meta({ id: "ThemeList", description: "All themes." });

import { z } from "zod";
import { estimateSchema } from "#core/factory/mission/estimate.ts";
import { FIXED_REASONS } from "#core/factory/plan/fixed-features.ts";
import { ledgerSchema } from "#core/factory/plan/ledger.ts";
import { noticeSchema } from "#core/factory/plan/notices.ts";
import { planSchema } from "#core/factory/plan/plan.ts";
import { MAX_SPEECH } from "#core/factory/plan/spoken-plan.ts";
import { plannedSchema } from "#core/factory/specification/planned.ts";
import { THEME_IDS } from "#core/factory/themes/themes.ts";
import {
  consultantStatus,
  consultationState,
  id,
  next_cursor,
  sha256,
  speech,
  time,
  url,
} from "#core/web/replies/parts.ts";

const { features, questions } = planSchema.shape;

const parts = planSchema.extend({
  features: features
    .clone()
    .describe(
      "Features of the app; those that the person excluded are not `included`, and `switched_off` if they did so by a switch.",
    ),
  questions: questions.clone().describe("Open questions, with the default that is used without an answer."),
  specification: plannedSchema
    .meta({
      id: "Specification",
      description:
        "What an app or a site is, as data, from which it is generated. `docs/specification.md` explains it.",
    })
    .exactOptional(),
  ledger: ledgerSchema
    .meta({
      id: "RequestLedger",
      description:
        "What becomes of the words of the request: `met` by the part `by`, `met_by_kind` by what every such app has, `refused` for the reason `by`, `asked` in the question `by`, or `context`.",
    })
    .exactOptional(),
});

export const plan = parts.meta({ id: "Plan", description: "What will be built." });

const shownPlan = parts
  .extend({ hash: sha256.describe("Hash of the plan; a confirmation must contain it.") })
  .meta({ id: "ShownPlan", description: "A plan, as shown to the person." });

const notice = noticeSchema.meta({ id: "Notice", description: "What limits this installation." });

const notices = z
  .array(notice)
  .describe("What this installation refuses or limits in the plan, to be shown before confirmation.");

const estimate = estimateSchema.nullable().meta({
  id: "Estimate",
  description:
    "What the mission of a plan that waits for its confirmation will probably take; null without such a plan. It is no part of the plan, nor of its hash.",
});

const brief = z.object({
  conversation_id: id,
  state: consultationState,
  status: consultantStatus,
  speech: z
    .string()
    .max(MAX_SPEECH)
    .describe(
      "Gantry's reply, short enough to be spoken, except that it names everything that the plan refuses.",
    ),
  question: z.string().nullable().describe("The next question to answer."),
  plan: shownPlan.nullable(),
  gate_id: id.nullable().describe("The gate at which the plan awaits confirmation."),
  mission_id: id.optional().describe("The mission that builds the plan, once it is confirmed."),
});

const full = brief.extend({
  response: z.string().describe("The reply in full, with the question."),
  pending_question: z.string().nullable().describe("The same as `question`."),
  design_target: z
    .string()
    .nullable()
    .describe("The product whose look the app follows, as `LINKEDIN`; null for a look of its own."),
  proposed_stack: parts.shape.stack.nullable().describe("The stack of the plan."),
  features: features.clone().describe("The features of the plan; empty without a plan."),
  fixed_features: z
    .array(z.object({ id: z.string(), reason: z.enum(FIXED_REASONS) }))
    .describe(
      "The features of a plan that waits for its confirmation that cannot be left out, and why: the app is about it (`kind`), every app has it (`every_app`), or other parts depend on it (`needed`).",
    ),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe("The share of the requested parts that the plan meets; null without a request ledger."),
  build_prompt: z.string().nullable().describe("The words from which the app is built."),
  usage: z
    .object({
      calls: z.number(),
      input_tokens: z.number(),
      output_tokens: z.number(),
      cost_usd: z.number(),
    })
    .describe("What the model calls of the consultation used so far; its mission counts its own."),
  conversation_history: z
    .array(z.object({ role: z.enum(["user", "assistant"]), content: z.string() }))
    .describe("What was said so far, oldest first."),
});

export const turnReply = full
  .extend({ notices, estimate })
  .meta({ id: "ConsultationTurn", description: "The result of one written message of a consultation." });

export const voiceTurnReply = brief
  .extend({
    notices,
    status: z
      .enum(["PLANNING", "AWAITING_INPUT", "READY_TO_BUILD"])
      .describe(
        "Whether the consultant is still answering, the consultation waits for the person, or a mission builds the plan.",
      ),
  })
  .meta({ id: "VoiceTurn", description: "The result of one spoken message of a consultation." });

export const siriTurnReply = voiceTurnReply.extend({ speech }).meta({
  id: "SiriTurn",
  description:
    "The result of one message through Siri: that of a spoken message, with a speech that is always short.",
});

export const waitingConsultation = brief.extend({ status: z.enum(["PLANNING", "AWAITING_INPUT"]) }).meta({
  id: "WaitingConsultation",
  description: "A consultation that waits for the person, or for the consultant.",
});

export const filed = {
  title: z.string().describe("The title that a person gave it, else that of its plan, else how it begins."),
  archived: z.boolean().describe("Whether lists leave it out."),
};

export const consultation = brief
  .extend({ ...filed, created_at: time, updated_at: time })
  .meta({ id: "Consultation", description: "The current state of a consultation." });

export const consultationWithMessages = full
  .extend({
    ...filed,
    notices,
    estimate,
    created_at: time,
    updated_at: time,
    messages: z.array(
      z.object({
        from: z.enum(["person", "gantry"]),
        text: z.string(),
        time,
        aside: z.literal(true).optional().describe("The message is no part of the request."),
      }),
    ),
  })
  .meta({ id: "ConsultationWithMessages", description: "A consultation with all its messages." });

export const consultationList = z
  .object({ consultations: z.array(consultation), next_cursor })
  .meta({ id: "ConsultationList", description: "One page of consultations, newest first." });

export const commissioned = z
  .object({
    mission_id: id
      .nullable()
      .describe(
        "The mission; null while the consultant is still planning, after which the mission starts by itself.",
      ),
    conversation_id: id,
    speech,
  })
  .meta({ id: "Commission", description: "The mission that was started, or will be." });

export const themeList = z
  .object({
    themes: z.array(
      z
        .object({
          id: z.enum(THEME_IDS).describe("`look.theme` of a specification."),
          design_target: z.string().nullable().describe("The product whose look it follows, as `LINKEDIN`."),
          title: z.string(),
          description: z.string(),
          preview: z.string().describe("A picture, as a `data:` URL of an SVG document."),
        })
        .meta({ id: "Theme", description: "How an app looks." }),
    ),
  })
  .meta({ id: "ThemeList", description: "All themes." });

export const upload = z
  .object({
    sha256,
    url: url.describe("Send the image here with PUT. Whoever has this URL can upload this image."),
    headers: z.record(z.string(), z.string()).describe("Headers that the request must have."),
    expires_at: time,
  })
  .meta({ id: "Upload", description: "An upload that is prepared." });

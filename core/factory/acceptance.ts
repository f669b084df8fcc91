import { z } from "zod";
import { text } from "#core/kernel/text.ts";

/**
 * Locates one element as a person would: by role and name, label, placeholder or visible text; or by test id or CSS.
 */
export const targetSchema = z.union([
  z.strictObject({ role: text().max(40), name: text().max(120).optional() }),
  z.strictObject({ label: text().max(120) }),
  z.strictObject({ placeholder: text().max(120) }),
  z.strictObject({ text: text().max(200) }),
  z.strictObject({ test_id: text().max(80) }),
  z.strictObject({ css: text().max(200) }),
]);
export type Target = z.infer<typeof targetSchema>;

const shownText = text().min(1).max(200);

/** In the value of `fill`, the day of the browser as YYYY-MM-DD. */
export const TODAY = "{today}";

/**
 * A step that a browser performs on the deployed app. `see` waits for up to a few seconds; `not_see` asserts absence.
 * `fill` enters the current day in place of `{today}`.
 * `upload` chooses a file with this name: one with the text `content`, or without it a small picture (PNG).
 */
export const acceptanceStepSchema = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("open"),
    path: text()
      .regex(/^\/[^\s]*$/, "must start with '/'")
      .max(200),
  }),
  z.strictObject({ do: z.literal("reload") }),
  z.strictObject({ do: z.literal("fill"), target: targetSchema, value: text().max(500) }),
  z.strictObject({ do: z.literal("select"), target: targetSchema, value: text().max(120) }),
  z.strictObject({ do: z.literal("check"), target: targetSchema, checked: z.boolean().optional() }),
  z.strictObject({
    do: z.literal("upload"),
    target: targetSchema,
    name: text()
      .regex(/^[\w-]+(?:\.[\w-]+)*$/, "must be the name of a file")
      .max(80),
    content: text().max(2000).optional(),
  }),
  z.strictObject({ do: z.literal("click"), target: targetSchema }),
  z.strictObject({ do: z.literal("press"), target: targetSchema.optional(), key: text().max(40) }),
  z.strictObject({ do: z.literal("see"), text: shownText, target: targetSchema.optional() }),
  z.strictObject({ do: z.literal("not_see"), text: shownText }),
  z.strictObject({
    do: z.literal("attribute"),
    target: targetSchema,
    name: text().max(60),
    value: text().max(200),
  }),
]);
export type AcceptanceStep = z.infer<typeof acceptanceStepSchema>;

/**
 * The most acceptances of an app: as many as a plan has features. Each starts a browser of its own, and those for which
 * the time of one try is too short are left to the next.
 */
export const MAX_ACCEPTANCES = 40;

/** The most steps of an acceptance: two records with as many fields as people fill in, and what is done with them. */
export const MAX_STEPS = 60;

/** A promise of the plan, by name, with the steps that verify it. */
export const acceptanceSchema = z.strictObject({
  name: text().min(1).max(200),
  steps: z.array(acceptanceStepSchema).min(1).max(MAX_STEPS),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

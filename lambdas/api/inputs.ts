import { z } from "zod";
import { MAX_UPLOAD_BYTES, UPLOAD_TYPES } from "#core/factory/conversation/image-upload.ts";
import { MAX_TITLE } from "#core/factory/conversation/title.ts";
import { featureSwitchesSchema } from "#core/factory/plan/switch.ts";
import { DESIGN_TARGETS } from "#core/factory/themes/themes.ts";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";
import { CURSOR_PATTERN } from "#core/kernel/list/cursor.ts";
import { text } from "#core/kernel/text.ts";

/** Request schemas that several routes share. */

export const missionPath = z.strictObject({ id: idSchema.describe("The mission's id.") });
export const message = text().min(1, "must not be empty").max(8000, "must have at most 8,000 characters");

/** A whole number in a query string: only digits, with an optional minus sign. */
export const wholeNumber = (schema: z.ZodNumber) =>
  z.preprocess(
    (value) => (typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value),
    schema.int(),
  );

/** A yes or no in a query string; no if it is omitted. */
export const flag = z.enum(["true", "false"]).default("false");

/** The `limit` parameter of a list: 1 to 200, default `size`. */
export const pageSize = (size: number) =>
  wholeNumber(z.number().min(1, "must be at least 1").max(200, "must be at most 200"))
    .default(size)
    .meta({
      description: "Maximum number of entries.",
      override: ({ jsonSchema }) => {
        jsonSchema.default = size;
      },
    });

const time = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .transform((value) => new Date(value).toISOString());

/** The query parameters of a list: page and filters. */
export const listQuery = z.strictObject({
  limit: pageSize(50),
  cursor: z
    .string()
    .regex(CURSOR_PATTERN, "must be the next_cursor of an earlier reply")
    .optional()
    .describe("The `next_cursor` of the previous page, requested with the same filters."),
  project: idSchema.optional().describe("The name of the project."),
  from: time.optional().describe("Created at this time or later. A date means midnight UTC."),
  to: time.optional().describe("Created before this time."),
});

/** Whether a query has a filter. A filtered list reads entries until a page is full, like a search. */
export const isFiltered = (query: Readonly<Record<string, unknown>>): boolean =>
  [query.state, query.status, query.project, query.q].some((filter) => filter !== undefined);
export const FILTERS_COST =
  "Requests that filter by `state`, `status`, `project` or `q` have the rate limit of searches.";

/** Filters of lists of conversations. */
export const conversationFilters = {
  q: text()
    .max(200)
    .optional()
    .describe("Words, each of which must be in the title, the person's messages or the project."),
  archived: flag.describe("Whether those are listed that were archived, in place of all others."),
};

/** How a conversation is filed. */
export const filingBody = z
  .strictObject({
    title: text()
      .min(1, "must not be empty")
      .max(MAX_TITLE)
      .nullable()
      .optional()
      .describe("Its title in lists; null for the one that it has by itself."),
    archived: z.boolean().optional().describe("Whether lists leave it out."),
  })
  .refine(
    ({ title, archived }) => title !== undefined || archived !== undefined,
    "must name title or archived",
  )
  .meta({ minProperties: 1 });

/** The schema of a member that must not be there. */
const ABSENT = { not: {} };

export const designTarget = z
  .enum(DESIGN_TARGETS)
  .meta({
    id: "DesignTarget",
    description:
      "The look of the app: the `id` or the `design_target` of an entry of `GET /gantry/themes`. It stays until a later message sends another one or names the look of a product; colors that its message or a later one names are kept.",
  })
  .optional();

export const consultBody = z
  .strictObject({
    message: message
      .meta({ examples: ["Build me a task manager"] })
      .optional()
      .describe(
        "The person's message: a request, an answer, a change, or a confirmation of the plan that was shown.",
      ),
    conversation_id: idSchema
      .optional()
      .describe("The consultation to continue. A new one is started if this is omitted."),
    confirm: sha256Schema
      .optional()
      .describe("The hash of the plan that was shown. Confirming it starts the build."),
    features: featureSwitchesSchema
      .optional()
      .describe(
        "Features of the plan to switch on or off, by their `id`; a turn of its own, which needs `plan_hash`. What is left out leaves the plan, and comes back as it was when it is switched on again.",
      ),
    plan_hash: sha256Schema
      .optional()
      .describe(
        "The hash of the plan that is switched, by `features`, `deploy` or `publish`, which is a turn of its own. If it has changed since, nothing is.",
      ),
    deploy: z.boolean().optional().describe("Whether to deploy the app. Default: true."),
    publish: z.boolean().optional().describe("Whether to open a pull request with the code. Default: true."),
    image_base64: text()
      .min(1)
      .max(5_100_000, "must be at most 3.75 MB of image")
      .optional()
      .describe(
        "An image of the design to follow: PNG, JPEG, GIF or WebP, at most 3.75 MB and 8,000 pixels per side.",
      ),
    image_sha256: sha256Schema
      .optional()
      .describe("An image of the design to follow that was uploaded, in place of `image_base64`."),
    design_target: designTarget,
    image_filename: text().min(1).max(200).optional().describe("A label for the image."),
  })
  .meta({
    id: "ConsultRequest",
    description: "A message, the confirmation of a consultation's plan, or switches of it.",
    oneOf: [{ required: ["message"] }, { required: ["confirm"] }, { required: ["plan_hash"] }],
    dependentRequired: {
      confirm: ["conversation_id"],
      features: ["conversation_id", "plan_hash"],
      plan_hash: ["conversation_id"],
    },
    anyOf: [
      { required: ["image_base64"], properties: { image_sha256: ABSENT } },
      { required: ["image_sha256"], properties: { image_base64: ABSENT } },
      { properties: { image_base64: ABSENT, image_sha256: ABSENT, image_filename: ABSENT } },
    ],
  });

export const uploadBody = z.strictObject({
  sha256: sha256Schema.describe("The SHA-256 digest of the image."),
  size: z
    .number()
    .int()
    .min(1)
    .max(MAX_UPLOAD_BYTES, "must be at most 10 MB")
    .describe("The size of the image in bytes.")
    .meta({ examples: [4_200_000] }),
  media_type: z.enum(UPLOAD_TYPES),
});

import { z } from "zod";
import { idSchema, sha256Schema } from "#core/kernel/ids.ts";
import { CURSOR_PATTERN } from "#core/kernel/list/cursor.ts";
import { text } from "#core/kernel/text.ts";

/** Shapes of requests that several routes share. */

export const missionPath = z.strictObject({ id: idSchema.describe("The mission's id.") });
export const message = text().min(1, "must not be empty").max(8000, "must have at most 8,000 characters");

/** A whole number as a query writes it: digits and nothing else. */
export const wholeNumber = (schema: z.ZodNumber) =>
  z.preprocess(
    (value) => (typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value),
    schema.int(),
  );

/** How many entries a page has at most. */
export const pageSize = (size: number) =>
  wholeNumber(z.number().min(1, "must be at least 1").max(200, "must be at most 200"))
    .default(size)
    .meta({
      description: "How many entries to return at most.",
      override: ({ jsonSchema }) => {
        jsonSchema.default = size;
      },
    });

const time = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .transform((value) => new Date(value).toISOString());

/** The query of a list: which part of it, and of which time. */
export const listQuery = z.strictObject({
  limit: pageSize(50),
  cursor: z
    .string()
    .regex(CURSOR_PATTERN, "must be the next_cursor of an earlier reply")
    .optional()
    .describe("The `next_cursor` of the page before, with the same filters."),
  project: idSchema.optional().describe("The name of the project."),
  from: time.optional().describe("Made at this time or later. A date is its midnight in UTC."),
  to: time.optional().describe("Made before this time."),
});

/** A filter looks at each entry of a list until a page is full, as a search does. */
export const isFiltered = (query: Readonly<Record<string, unknown>>): boolean =>
  query.status !== undefined || query.project !== undefined;
export const FILTERS_COST = "Requests with `status` or `project` are limited as searches are.";

export const consultBody = z
  .strictObject({
    message: message
      .meta({ examples: ["Build me a task manager"] })
      .optional()
      .describe("What the person says: a wish, an answer, a change, or a yes to the plan that was shown."),
    conversation_id: idSchema
      .optional()
      .describe("The consultation this continues. A new one begins when it is left out."),
    confirm: sha256Schema.optional().describe("The plan's hash, as shown. Confirming starts the build."),
    deploy: z.boolean().optional().describe("Whether the app goes live. True when it was never said."),
    publish: z
      .boolean()
      .optional()
      .describe("Whether its code becomes a pull request. True when never said."),
    image_base64: text()
      .min(1)
      .max(5_100_000, "must be at most 3.75 MB of image")
      .optional()
      .describe("A design to build after: PNG, JPEG, GIF or WebP, at most 3.75 MB and 8,000 pixels a side."),
    image_filename: text().min(1).max(200).optional().describe("A label for the image."),
  })
  .meta({
    id: "ConsultRequest",
    description: "A message, or the confirmation of a consultation's plan.",
    anyOf: [{ required: ["message"] }, { required: ["confirm"] }],
    dependentRequired: { confirm: ["conversation_id"], image_filename: ["image_base64"] },
  });

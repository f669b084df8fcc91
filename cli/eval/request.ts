import { z } from "zod";
import { acceptanceSchema } from "#core/factory/acceptance.ts";
import { text } from "#core/kernel/text.ts";

const MAX_LABELS = 60;

const labels = () => z.array(text().min(1).max(200)).max(MAX_LABELS).default([]);

/**
 * What is expected of a request: a plan, a question, or no plan. `blueprint` is a plan for an app of a fixed kind, `site`
 * one for a site.
 */
const EXPECTED = ["plan", "blueprint", "site", "ask", "none"] as const;

/** What is said, and what is expected of the plan and of the live app. */
const turnSchema = z.strictObject({
  /** The person's messages, each sent as a turn of one consultation. */
  say: z.array(text().min(1).max(8000)).min(1).max(20),
  is: z.enum(EXPECTED).exactOptional(),
  /** Kinds of records, as alternatives: `debt|loan`. Compared in English only. */
  entities: labels(),
  /**
   * Parts that the plan must have: `field plant.photo` (compared in English only), `type image`, `view calendar`,
   * `behaviour due`, `look.accent`, `name`.
   */
  met: labels(),
  /** Parts that the plan must not have. */
  absent: labels(),
  /** Words that the plan must refuse. */
  refused: labels(),
  /** Kinds of sections that a site must have, or must not have. */
  sections: labels(),
  without: labels(),
  /** Checks that a browser performs on the live app, beside the plan's own. */
  checks: z.array(acceptanceSchema).max(20).default([]),
});

type Turn = z.infer<typeof turnSchema>;

const { steps } = acceptanceSchema.shape;

/** A change, with what a person does to the app before it. */
const changeSchema = turnSchema.extend({
  /**
   * An edit that is committed to the app's repository: in `file`, or else in the first that has it, the text `find`
   * becomes `replace`, which no file may contain by itself.
   */
  edit: z
    .strictObject({
      file: text().min(1).max(400).exactOptional(),
      find: text().min(1).max(500),
      replace: text().min(1).max(500),
    })
    .exactOptional(),
  /** Steps on the live app before the change, and after it in the same browser, which still has its records. */
  records: z.strictObject({ before: steps, after: steps }).exactOptional(),
});

const MAX_CHANGES = 10;
const idSchema = text().regex(
  /^[a-z0-9][a-z0-9-]{0,59}$/,
  "must consist of small letters, digits and hyphens",
);

/** A line of a file of requests. */
export const requestSchema = turnSchema
  .extend({
    id: idSchema.exactOptional(),
    /** The request that asks for the same in other words, whose labels and checks hold for this one, too. */
    same_as: idSchema.exactOptional(),
    /** Language of the messages, such as `de`. */
    lang: text()
      .regex(/^[a-z]{2}$/, "must be a code of two letters, such as en")
      .default("en"),
    /** The question that is expected, the kind of a plan, what a site is for: for the readers of the file. */
    question: text().max(200).exactOptional(),
    kind: text().max(60).exactOptional(),
    trade: text().max(60).exactOptional(),
    /** Changes of the live app, one after another, each with what is expected of it. */
    changes: z.array(changeSchema).max(MAX_CHANGES).default([]),
  })
  .refine(hasCheckNamesOnce, { path: ["checks"], error: "two checks have the same name" });

/** A request to evaluate, with what is expected of it. */
export type EvalRequest = z.infer<typeof requestSchema> & { readonly id: string };
/** A change of its live app. */
export type EvalChange = z.infer<typeof changeSchema>;
/** What a plan is compared with. */
export type Labelled = Turn & Pick<EvalRequest, "lang">;

/** Results are told apart by the names of checks, also after a change. */
function hasCheckNamesOnce(request: Turn & { readonly changes: readonly EvalChange[] }): boolean {
  const names = [request, ...request.changes].flatMap(({ checks }) => checks.map(({ name }) => name));
  return new Set(names).size === names.length;
}

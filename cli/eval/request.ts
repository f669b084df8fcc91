import { readFile } from "node:fs/promises";
import { z } from "zod";
import { UsageError } from "#cli/errors.ts";
import { acceptanceSchema } from "#core/factory/acceptance.ts";
import { fileError } from "#core/kernel/file-error.ts";
import { text } from "#core/kernel/text.ts";

const MAX_BYTES = 5_000_000;
const MAX_REQUESTS = 5000;
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

const MAX_CHANGES = 10;

const requestSchema = turnSchema
  .extend({
    id: text()
      .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "must consist of small letters, digits and hyphens")
      .exactOptional(),
    /** Language of the messages, such as `de`. */
    lang: text()
      .regex(/^[a-z]{2}$/, "must be a code of two letters, such as en")
      .default("en"),
    /** The question that is expected, the kind of a plan, what a site is for: for the readers of the file. */
    question: text().max(200).exactOptional(),
    kind: text().max(60).exactOptional(),
    trade: text().max(60).exactOptional(),
    /** Changes of the live app, one after another, each with what is expected of it. */
    changes: z.array(turnSchema).max(MAX_CHANGES).default([]),
  })
  .refine(hasCheckNamesOnce, { path: ["checks"], error: "two checks have the same name" });

/** A request to evaluate, with what is expected of it. */
export type EvalRequest = z.infer<typeof requestSchema> & { readonly id: string };
/** A change of its live app. */
type EvalChange = z.infer<typeof turnSchema>;
/** What a plan is compared with. */
export type Labelled = EvalChange & Pick<EvalRequest, "lang">;

/** Results are told apart by the names of checks, also after a change. */
function hasCheckNamesOnce(request: EvalChange & { readonly changes: readonly EvalChange[] }): boolean {
  const names = [request, ...request.changes].flatMap(({ checks }) => checks.map(({ name }) => name));
  return new Set(names).size === names.length;
}

/** Reads a file of requests. Throws a UsageError that names the line and the member. */
export async function readRequests(path: string): Promise<EvalRequest[]> {
  const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${fileError(path, "read", error)}.`);
  });
  if (content.length > MAX_BYTES)
    throw new UsageError(`${path} has ${content.length} bytes; the limit is ${MAX_BYTES}.`);
  return parseRequests(content.toString("utf8"), path);
}

/**
 * Parses requests: JSON objects, one on each line, or plain lines, each of them a message. Empty lines and lines that
 * begin with `#` are skipped. A request without an id is named after its line.
 */
export function parseRequests(content: string, path: string): EvalRequest[] {
  const requests = content.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    return [parseLine(line.trim(), index + 1, path)];
  });
  if (requests.length === 0) throw new UsageError(`${path} has no requests.`);
  if (requests.length > MAX_REQUESTS)
    throw new UsageError(`${path} has ${requests.length} requests; the limit is ${MAX_REQUESTS}.`);
  const seen = new Set<string>();
  for (const { id } of requests) {
    if (seen.has(id)) throw new UsageError(`${path}: two requests have the id ${id}.`);
    seen.add(id);
  }
  return requests;
}

function parseLine(line: string, number: number, path: string): EvalRequest {
  const id = `line-${number}`;
  const given = line.startsWith("{") ? parseJson(line, number, path) : { say: [line] };
  const parsed = requestSchema.safeParse(given);
  if (parsed.success) return { id, ...parsed.data };
  const [issue] = parsed.error.issues;
  const member = issue?.path.join(".") || "the object";
  throw new UsageError(`${path}, line ${number}: ${member}: ${issue?.message}.`);
}

function parseJson(line: string, number: number, path: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UsageError(`${path}, line ${number}: is not valid JSON.`);
  }
}

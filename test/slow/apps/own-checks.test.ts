import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parseRequests } from "#cli/eval/read-requests.ts";
import type { EvalRequest } from "#cli/eval/request.ts";
import { buildRequest } from "#test/local/brain/build-request.ts";
import { performAll } from "#test/slow/generate/perform-all.ts";

/** The requests that state what a person does with the app, whatever it promises of itself. */
const REQUESTS = ["everyday.jsonl", "held-out.jsonl", "changes.jsonl"].flatMap((file) => {
  const path = join(import.meta.dirname, "../../cases", file);
  return parseRequests(readFileSync(path, "utf8"), file).filter(({ checks }) => checks.length > 0);
});

/**
 * What the offline brain makes something else of: the details of songs become those of the set, lent books have a
 * second field for their return, and a library has records named Titre.
 */
const MISREAD = ["band", "borrowed-books", "fr-bibliotheque"];

async function hold({ say, checks }: EvalRequest): Promise<void> {
  const { results, page_errors } = await performAll(buildRequest(say).files, checks);
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
  expect(page_errors).toEqual([]);
}

describe("the checks of a request", () => {
  it("are stated for apps, tools and sites", () => {
    expect(REQUESTS.length).toBeGreaterThanOrEqual(20);
  });

  it.each(REQUESTS.filter(({ id }) => !MISREAD.includes(id)))(
    "hold for what is built without a model: $id",
    hold,
  );

  it.failing.each(REQUESTS.filter(({ id }) => MISREAD.includes(id)))(
    "show that the offline brain misreads $id",
    hold,
  );
});

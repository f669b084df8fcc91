import { readFileSync } from "node:fs";
import { loadDocumentation } from "#adapters/files/documentation.ts";
import { indexPassages } from "#core/factory/documentation/find-passages.ts";
import type { Locale } from "#core/factory/specification/specification.ts";

/** A question with the section that answers it; null for one that the documentation does not answer. */
export interface QuestionCase {
  readonly lang: Locale;
  readonly ask: string;
  readonly section: string | null;
}

export const QUESTIONS: readonly QuestionCase[] = readFileSync("test/cases/questions.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** The documentation of this repository. */
export const PASSAGES = await loadDocumentation(".");
export const findPassages = indexPassages(PASSAGES);

import { ConnectionError } from "#sdk/typescript/errors.ts";
import { words } from "../words/words.ts";

/** An error as a sentence for people. The service's refusals are such sentences; others are faults of this page. */
export function sentenceOf(error: unknown): string {
  const { ui } = words();
  if (error instanceof ConnectionError) return ui.noService;
  return error instanceof Error && error.message ? error.message : ui.fault;
}

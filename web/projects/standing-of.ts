import type { Project } from "#sdk/typescript/api.ts";
import type { Words } from "../words/words.ts";

/** How a project stands, in words: `Release 2 of 3 is live`. */
export function standingOf(words: Words["projects"], { work, current, releases, state }: Project): string {
  if (state === "deleted") return words.deleted;
  if (work) return words.isAt(current ?? releases, releases, words.work[work.kind]);
  return current === null ? words.notLive : words.isLive(current, releases);
}

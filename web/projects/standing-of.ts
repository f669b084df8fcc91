import type { Project } from "#sdk/typescript/api.ts";

const WORK = {
  change: "being changed",
  rollback: "going back a release",
  deletion: "being deleted",
} as const;

/** How a project stands, in words: `Release 2 of 3 is live`. */
export function standingOf({ work, current, releases, state }: Project): string {
  if (state === "deleted") return "Deleted";
  if (work) return `Release ${current ?? releases} of ${releases}, ${WORK[work.kind]}`;
  return current === null ? "Not live" : `Release ${current} of ${releases} is live`;
}

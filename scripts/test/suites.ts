import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Each folder below it is a suite. */
const SLOW = "test/slow";
/** A sample contains one of this many files, and at least one. */
const SAMPLED = 4;

/** Names of the slow suites of a checkout, in order. */
export function suitesOf(root: string): string[] {
  return readdirSync(join(root, SLOW), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && testFiles(root, entry.name).length > 0)
    .map(({ name }) => name)
    .toSorted();
}

/** Folder of a suite, from the checkout's root; the slash keeps `browser` apart from `browsers`. */
export const folderOf = (suite: string): string => `${SLOW}/${suite}/`;

/** Returns the test files that a seed selects, deterministically and at least one of each suite. */
export function sampleOf(root: string, seed: number): string[] {
  return suitesOf(root).flatMap((suite) => {
    const files = testFiles(root, suite);
    const rank = (file: string) => createHash("sha256").update(`${seed} ${file}`).digest("hex");
    const ranked = files.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
    return ranked.slice(0, Math.ceil(files.length / SAMPLED)).toSorted();
  });
}

/** Test files of a suite, from the checkout's root. */
function testFiles(root: string, suite: string): string[] {
  return readdirSync(join(root, folderOf(suite)), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `${folderOf(suite)}${file.replaceAll("\\", "/")}`)
    .toSorted();
}

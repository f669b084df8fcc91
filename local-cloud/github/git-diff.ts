import { gitIsInstalled, gitOutput } from "./git-process.ts";

/** A changed file between two commits, as in GitHub's `diff-entry`. */
export interface FileChange {
  readonly sha: string;
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: "added" | "removed" | "modified" | "renamed";
  readonly additions: number;
  readonly deletions: number;
  /** Hunks without git's header lines; absent for binary files and pure renames. */
  readonly patch?: string;
}

const STATUS = { A: "added", D: "removed", M: "modified", R: "renamed" } as const;
const NO_OBJECT = "0".repeat(40);

/** Returns the changes from one commit to another; git detects renames. Empty if git is not installed. */
export async function diffCommits(dir: string, from: string, to: string): Promise<FileChange[]> {
  if (!gitIsInstalled()) return [];
  const args = (format: string[]) => [`--git-dir=${dir}`, "diff-tree", "-r", "-M", ...format, from, to];
  const [raw, numstat, patch] = await Promise.all([
    gitOutput(args(["-z", "--raw", "--abbrev=40"])),
    gitOutput(args(["-z", "--numstat"])),
    gitOutput(args(["-p"])),
  ]);
  const counts = parseNumstat(numstat.toString("utf8"));
  const patches = parsePatches(patch.toString("utf8"));
  return parseRaw(raw.toString("utf8")).map((file, index) => {
    const patchText = patches[index];
    return {
      ...file,
      ...(counts[index] ?? { additions: 0, deletions: 0 }),
      ...(patchText === undefined ? {} : { patch: patchText }),
    };
  });
}

/** `:oldmode newmode oldsha newsha status NUL path NUL [path NUL]` per file. */
function parseRaw(text: string) {
  const words = text.split("\0");
  const files: Pick<FileChange, "sha" | "filename" | "previous_filename" | "status">[] = [];
  for (let at = 0; at + 1 < words.length; ) {
    const [, , oldId = "", newId = "", letter = ""] = (words[at++] ?? "").split(" ");
    const status = STATUS[letter[0] as keyof typeof STATUS];
    if (status === undefined) throw new Error(`git diff gave the unknown status ${letter}`);
    const previous = status === "renamed" ? { previous_filename: words[at++] ?? "" } : {};
    files.push({
      sha: newId === NO_OBJECT ? oldId : newId,
      filename: words[at++] ?? "",
      ...previous,
      status,
    });
  }
  return files;
}

/** `added TAB deleted TAB path NUL`, or for a rename `added TAB deleted TAB NUL old NUL new NUL`; `-` if binary. */
function parseNumstat(text: string): { additions: number; deletions: number }[] {
  const words = text.split("\0");
  const counts: { additions: number; deletions: number }[] = [];
  for (let at = 0; at + 1 < words.length; ) {
    const [added = "", deleted = "", path = ""] = (words[at++] ?? "").split("\t");
    if (path === "") at += 2;
    counts.push({ additions: Number(added) || 0, deletions: Number(deleted) || 0 });
  }
  return counts;
}

/** A line of content starts with ' ', '+', '-' or '\', so it cannot be mistaken for a header line. */
function parsePatches(text: string): (string | undefined)[] {
  const parts = text.split(/^diff --git .*\n/m).slice(1);
  return parts.map((part) => {
    const start = part.search(/^@@ /m);
    return start === -1 ? undefined : part.slice(start).replace(/\n$/, "");
  });
}

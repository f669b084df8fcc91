import { readFileSync } from "node:fs";

/** Returns the resident bytes of a process and its descendants, or 0 without /proc. */
export function treeMemory(pid: number): number {
  const pages = Number(readOr(`/proc/${pid}/statm`, "").split(" ")[1] ?? 0);
  const children = readOr(`/proc/${pid}/task/${pid}/children`, "").split(" ").filter(Boolean);
  return pages * 4096 + children.reduce((sum, child) => sum + treeMemory(Number(child)), 0);
}

function readOr(path: string, other: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return other;
  }
}

import { readFileSync } from "node:fs";

/** Resident bytes of a process and all below it, or 0 where there is no /proc. */
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

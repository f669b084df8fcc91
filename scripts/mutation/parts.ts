/** Folders that are judged one after the other, each with the fast tests of its folder below `test/`. */
export const PARTS = ["core/governance", "core/evidence", "core/kernel/ledger", "core/kernel"] as const;

/** Parts of their own below a part: they do not belong to it. */
export const partsBelow = (part: string): string[] => PARTS.filter((other) => other.startsWith(`${part}/`));

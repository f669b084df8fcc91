/** Folders that are tested separately, each with the fast tests of its folder below `test/`. */
export const PARTS = ["core/governance", "core/evidence", "core/kernel/ledger", "core/kernel"] as const;

/** Returns the parts below a part, which do not belong to it. */
export const partsBelow = (part: string): string[] => PARTS.filter((other) => other.startsWith(`${part}/`));

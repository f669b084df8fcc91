import { namedPaths } from "#core/factory/build/audit.ts";
import type { DraftRule } from "#core/factory/draft/rule.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** The audit must be the command of the draft's stack; it can name more files, and never leaves any out. */
export const AUDIT_OWN: DraftRule = {
  id: "audit-own",
  faults({ manifest: { stack, audit_command, files } }) {
    try {
      namedPaths(
        stackOf(stack),
        audit_command,
        files.map(({ path }) => path),
      );
      return [];
    } catch (error) {
      if (error instanceof GantryError) return [error.message];
      throw error;
    }
  },
};

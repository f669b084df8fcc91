import { GantryError } from "#core/kernel/errors.ts";
import { ROLLBACK } from "#core/workflows/built-in/rollback.ts";
import type { StepsDefinition } from "#core/workflows/definition.ts";

/** The built-in workflow definitions, the newest version of each last. */
export const BUILT_IN: readonly StepsDefinition[] = [ROLLBACK];

/** The definition of a workflow; the newest when no version is given. Throws NotFound. */
export function findDefinition(id: string, version?: string): StepsDefinition {
  const found = BUILT_IN.findLast(
    (definition) => definition.id === id && (version === undefined || definition.version === version),
  );
  if (found) return found;
  const name = version === undefined ? id : `${id}, version ${version}`;
  throw new GantryError("NotFound", `There is no workflow ${name.slice(0, 140)}.`, { field: "workflow" });
}

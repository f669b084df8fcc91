import { GantryError } from "#core/kernel/errors.ts";
import { PROJECT_DELETION } from "#core/workflows/built-in/project-deletion.ts";
import { PROJECT_ROLLBACK } from "#core/workflows/built-in/project-rollback.ts";
import { ROLLBACK } from "#core/workflows/built-in/rollback.ts";
import type { StepsDefinition } from "#core/workflows/definition.ts";

/** The built-in workflow definitions, the newest version of each last. */
export const BUILT_IN: readonly StepsDefinition[] = [ROLLBACK, PROJECT_ROLLBACK, PROJECT_DELETION];

/** Those that anyone with the right to run workflows may start with any input. Others have a request of their own. */
const STARTABLE: readonly StepsDefinition[] = [ROLLBACK];

/** The definition of a workflow that may be started with any input. Throws NotFound. */
export function findStartable(id: string, version?: string): StepsDefinition {
  return find(STARTABLE, id, version);
}

/** The definition of a workflow; the newest when no version is given. Throws NotFound. */
export function findDefinition(id: string, version?: string): StepsDefinition {
  return find(BUILT_IN, id, version);
}

function find(definitions: readonly StepsDefinition[], id: string, version?: string): StepsDefinition {
  const found = definitions.findLast(
    (definition) => definition.id === id && (version === undefined || definition.version === version),
  );
  if (found) return found;
  const name = version === undefined ? id : `${id}, version ${version}`;
  throw new GantryError("NotFound", `There is no workflow ${name.slice(0, 140)}.`, { field: "workflow" });
}

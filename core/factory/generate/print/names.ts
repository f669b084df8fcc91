import { BEHAVIOURS } from "#core/factory/generate/behaviours/behaviours.ts";
import { FIELDS } from "#core/factory/generate/fields/fields.ts";
import { VIEWS } from "#core/factory/generate/views/views.ts";
import { camelCase, recordName } from "./case.ts";

/** Names of the generated modules' own: functions they import or declare beside the factories. */
const OWN = ["entity", "view", "startApp", "words", "records"];

/** The names that an entity may not have in code, because a module that mentions it imports a function of that name. */
function imported(): ReadonlySet<string> {
  const modules = [...FIELDS, ...Object.values(VIEWS), ...Object.values(BEHAVIOURS)];
  return new Set([...OWN, ...modules.map(({ factory }) => factory)]);
}

/** The constant of an entity: `plant`, or `dateEntity` for one that has the name of a function of the library. */
export function entityName(id: string): string {
  const name = recordName(id);
  return imported().has(name) || /(View|Page)$/.test(name) ? `${name}Entity` : name;
}

/** The constant of a view: `plantsView`, or `boardPage` for one that has the name of a function of the library. */
export function viewName(id: string): string {
  const name = /View$/.test(camelCase(id)) ? camelCase(id) : `${camelCase(id)}View`;
  return imported().has(name) ? `${camelCase(id)}Page` : name;
}

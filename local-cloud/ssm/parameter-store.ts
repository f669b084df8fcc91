import { privateFile } from "#local-cloud/durable/private-file.ts";
import type { Parameter } from "./parameter.ts";

/** All parameters of the account, kept in one file. */
export interface ParameterStore {
  get(name: string): Parameter | undefined;
  /** Sorted by name. */
  list(): Parameter[];
  save(parameter: Parameter): void;
  /** Returns the names that existed. */
  remove(names: readonly string[]): string[];
}

export function openParameterStore(path: string): ParameterStore {
  const file = privateFile<Parameter[]>(
    path,
    "the parameters are created again from the settings at the next start",
  );
  let parameters: ReadonlyMap<string, Parameter> = new Map(
    file.load()?.map((parameter) => [parameter.name, parameter]),
  );
  /** Changes are stored before they take effect. */
  const persist = (next: ReadonlyMap<string, Parameter>) => {
    file.save([...next.values()]);
    parameters = next;
  };
  return {
    get: (name) => parameters.get(name),
    list: () => [...parameters.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    save(parameter) {
      persist(new Map(parameters).set(parameter.name, parameter));
    },
    remove(names) {
      const next = new Map(parameters);
      const removed = names.filter((name) => next.delete(name));
      if (removed.length) persist(next);
      return removed;
    },
  };
}

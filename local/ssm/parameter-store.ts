import { privateFile } from "#local/private-file.ts";
import type { Parameter } from "./parameter.ts";

/** All parameters of the account, kept in one file. */
export interface ParameterStore {
  get(name: string): Parameter | undefined;
  /** In the order of their names. */
  list(): Parameter[];
  save(parameter: Parameter): void;
  /** The names that were there. */
  remove(names: readonly string[]): string[];
}

export function openParameterStore(path: string): ParameterStore {
  const file = privateFile<Parameter[]>(path);
  const parameters = new Map(file.load()?.map((parameter) => [parameter.name, parameter]));
  const persist = () => file.save([...parameters.values()]);
  return {
    get: (name) => parameters.get(name),
    list: () => [...parameters.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    save(parameter) {
      parameters.set(parameter.name, parameter);
      persist();
    },
    remove(names) {
      const removed = names.filter((name) => parameters.delete(name));
      if (removed.length) persist();
      return removed;
    },
  };
}

import { namesIn } from "#core/factory/heal/rule.ts";

const UNRESOLVED = [
  /Cannot find package '([^']+)'/g,
  /Cannot find module '([^']+)'/g,
  /(?:could not|failed to) resolve (?:import )?["']([^"']+)["']/gi,
  /Could not find a declaration file for module '([^']+)'/g,
];

/** The specifiers that a command could not resolve; null if its output names none. */
export function unresolvedIn(output: string): string[] | null {
  return namesIn(output, UNRESOLVED);
}

/** "lodash" for "lodash/fp", "@a/b" for "@a/b/c"; "" for paths and Node's built-in modules. */
export function packageOf(specifier: string): string {
  if (/^([./]|node:|[A-Za-z]:)/.test(specifier)) return "";
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

import type { Stack } from "#core/factory/stacks/stack.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { pathFault } from "#core/kernel/files.ts";

/** One file that the audit runs in a process of its own. */
export interface TestFile {
  readonly path: string;
  /** It lies in a folder of tests, but its name is not a test's: it may have no test of its own. */
  readonly helper: boolean;
}

/**
 * The files that a draft's audit runs, sorted: all that the stack takes for tests, and those that the command names
 * beside them. A command can add to what is run and never leave anything out; no shell ever sees it. Throws
 * InvalidDraft naming `audit_command`.
 */
export function auditPlan(stack: Stack, command: string, paths: readonly string[]): TestFile[] {
  const named = namedPaths(stack, command, paths).filter((path) => paths.includes(path));
  const found = paths.filter((path) => stack.audit.test_file.test(path));
  const files = [...new Set([...named, ...found])].sort();
  if (files.length === 0) refuse("would run no test: the draft has no test file");
  return files.map((path) => ({
    path,
    helper: !named.includes(path) && !stack.audit.test_name.test(path),
  }));
}

/** The paths behind the command; each is a file or a folder of the draft. */
function namedPaths({ audit }: Stack, command: string, paths: readonly string[]): string[] {
  if (command !== audit.command && !command.startsWith(`${audit.command} `))
    refuse(`must start with ${audit.command}`);
  const named = command.slice(audit.command.length).split(" ").filter(Boolean);
  for (const path of named) {
    const why = pathFault(path);
    if (why) refuse(`'${printable(path)}' ${why}`);
    if (!paths.some((file) => file === path || file.startsWith(`${path}/`)))
      refuse(`'${printable(path)}' is not in the draft`);
  }
  return named;
}

function printable(text: string): string {
  return text.slice(0, 80).replace(/[^\x20-\x7e]/g, "?");
}

function refuse(sentence: string): never {
  throw new GantryError("InvalidDraft", `The audit command ${sentence}.`, { field: "audit_command" });
}

import type { Stack } from "#core/factory/stacks/stack.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { pathFault } from "#core/kernel/files.ts";

/** A file that the audit runs in a separate process. */
export interface TestFile {
  readonly path: string;
  /** It is in a test folder, but its name is not that of a test file, so it need not contain tests. */
  readonly helper: boolean;
}

/**
 * The files that a draft's audit runs, sorted: all test files by the stack's patterns, and additional ones that the
 * command names. A command can add files but never exclude any; it is never passed to a shell. Throws InvalidDraft,
 * naming `audit_command`.
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

/**
 * The path arguments of the command, which must be the stack's; each must be a file or folder of the draft. Throws
 * InvalidDraft, naming `audit_command`.
 */
export function namedPaths({ audit }: Stack, command: string, paths: readonly string[]): string[] {
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

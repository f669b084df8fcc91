import { GantryError } from "#core/errors.ts";
import { pathFault } from "#core/files.ts";
import type { Stack } from "#core/stacks.ts";

/**
 * The argument vector of a draft's audit command: one of the stack's audits, followed by plain relative paths
 * that exist in the draft. No shell ever sees it. Throws InvalidDraft naming `audit_command`.
 */
export function parseAuditCommand(stack: Stack, command: string, paths: readonly string[]): string[] {
  const prefix = Object.keys(stack.audits).find((name) => command === name || command.startsWith(`${name} `));
  const audit = prefix === undefined ? undefined : stack.audits[prefix];
  if (prefix === undefined || audit === undefined)
    refuse(`must start with ${Object.keys(stack.audits).join(" or ")}`);
  const args = command.slice(prefix.length).split(" ").filter(Boolean);
  for (const arg of args) {
    const why = pathFault(arg);
    if (why) refuse(`'${printable(arg)}' ${why}`);
    if (!paths.some((path) => path === arg || path.startsWith(`${arg}/`)))
      refuse(`'${printable(arg)}' is not in the draft`);
  }
  if (args.length === 0 && !paths.some((path) => stack.test_file.test(path)))
    refuse("would run no test: the draft has no test file");
  return [...audit, ...args];
}

function printable(text: string): string {
  return text.slice(0, 80).replace(/[^\x20-\x7e]/g, "?");
}

function refuse(sentence: string): never {
  throw new GantryError("InvalidDraft", `The audit command ${sentence}.`, { field: "audit_command" });
}

import type { Command } from "commander";
import { type Completed, completionScript, SHELLS } from "#cli/completion.ts";
import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";

export async function run(
  { out, terminal }: Context,
  { json }: { readonly json?: boolean },
  [shell = ""]: readonly string[],
  command: Command,
): Promise<number> {
  const script = completionScript(shell, command.parent?.commands.map(describe) ?? []);
  if (script === undefined)
    throw new UsageError(`<shell> must be ${SHELLS.slice(0, -1).join(", ")} or ${SHELLS.at(-1)}.`);
  if (json) out.json({ shell, script });
  else terminal.stdout.write(script);
  return 0;
}

/** Words that can be completed, by the name of an argument. */
const WORDS = new Map([
  ["mission", ["latest"]],
  ["shell", SHELLS],
  ["action", ["set", "list", "remove"]],
  ["task", ["pair", "test"]],
]);

function describe(command: Command): Completed {
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    summary: command.description(),
    options: [...command.options, { long: "--help", description: "show help" }].flatMap(
      ({ long, description }) => (long ? [{ flag: long, summary: description }] : []),
    ),
    words: WORDS.get(argument?.name() ?? "") ?? [],
  };
}

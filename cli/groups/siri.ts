import type { Command } from "commander";
import type { Act } from "#cli/context.ts";

/** Gantry from a telephone. */
export function siriCommands(program: Command, act: Act): void {
  program.commandsGroup("Other devices:");
  program
    .command("siri")
    .description("Pair an iPhone, which then reaches Gantry through Siri, or test how it would.")
    .argument("<task...>", 'pair, or test, then what to say (default: "Build me a todo app")')
    .option("--url <address>", "the address at which phones reach Gantry (default: GANTRY_PUBLIC_URL)")
    .option("--name <name>", 'pair: a label for the phone (default: "phone")')
    .option("--file <file>", "pair: where to write the Shortcut (default: Gantry.shortcut)")
    .option(
      "--key-id <id>",
      "test: the key of a phone, whose parts are asked for (default: a key for this test)",
    )
    .option("--json", "print one JSON object on stdout; pair: with the parts of the key")
    .addHelpText(
      "after",
      `
pair makes a key, which is shown once, and prints how to set up the phone. The key acts for you, and only by voice;
it is valid for 180 days, and is listed and revoked like every other key.
test sends a signed self-test and a signed request, which leads to a plan and builds nothing.`,
    )
    .action(act(() => import("#cli/commands/siri.ts")));
}

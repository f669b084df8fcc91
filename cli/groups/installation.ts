import type { Command } from "commander";
import type { Act } from "#cli/context.ts";
import { SECRET_NAMES } from "#cli/secrets/names.ts";
import { ROLE_NAMES } from "#core/identity/roles.ts";
import { regionOption, stageOption } from "./machine.ts";

/** An installation on AWS. */
export function installationCommands(program: Command, act: Act): void {
  program.commandsGroup("Installation on AWS:");
  program
    .command("secrets")
    .description("Set, list and remove the secrets of an installation on AWS. Values are never shown.")
    .argument("<action...>", "set, list or remove, then the names")
    .addOption(stageOption())
    .addOption(regionOption())
    .option("--file <file>", "set: read the value from a file")
    .option("--tenant <tenant>", "set users/<user>: the tenant (default: unchanged, main for a new user)")
    .option(
      "--role <role>",
      `set users/<user>: ${ROLE_NAMES.join(", ")} (default: unchanged, owner for a new user)`,
    )
    .option(
      "--authority-roles <roles>",
      "set users/<user>: authority roles, for decisions at gates, as a,b (default: unchanged)",
    )
    .option("--teams <teams>", "set users/<user>: the teams, as a,b (default: unchanged)")
    .option("--json", "print one JSON object on stdout")
    .addHelpText(
      "after",
      `
Type a value at the hidden prompt, or pipe it in; values are not accepted on the command line. With several names,
the prompts follow one another, and nothing is set before the last value is entered.

Names:
${SECRET_NAMES.map(({ name, summary }) => `  ${name.padEnd(15)} ${summary}`).join("\n")}

The secrets are SecureString parameters /gantry/<stage>/<name> of AWS Systems Manager.`,
    )
    .action(act(() => import("#cli/commands/secrets.ts")));
}

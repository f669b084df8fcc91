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
    .option("--tenant <tenant>", "set users/<user>: the tenant (default: as it was, else main)")
    .option("--role <role>", `set users/<user>: ${ROLE_NAMES.join(", ")} (default: as it was, else owner)`)
    .option(
      "--authority-roles <roles>",
      "set users/<user>: roles that gates ask for, as a,b (default: as before)",
    )
    .option("--teams <teams>", "set users/<user>: the teams, as a,b (default: as before)")
    .option("--json", "print one JSON object on stdout")
    .addHelpText(
      "after",
      `
A value is typed hidden, or piped in; it is never taken from the command line. Several names are asked for one after
the other, and nothing is set before the last answer.

Names:
${SECRET_NAMES.map(({ name, summary }) => `  ${name.padEnd(15)} ${summary}`).join("\n")}

The secrets are SecureString parameters /gantry/<stage>/<name> of AWS Systems Manager.`,
    )
    .action(act(() => import("#cli/commands/secrets.ts")));
}

import type { Command } from "commander";
import type { Act } from "#cli/context.ts";
import { JSON_OPTION } from "./arguments.ts";

/** Commands for the session with the service. */
export function sessionCommands(program: Command, act: Act): void {
  program.commandsGroup("Session:");
  program
    .command("login")
    .description("Log in to the Gantry at GANTRY_URL and store the session for later commands.")
    .option("--user <name>", "the user", "owner")
    .option(...JSON_OPTION)
    .addHelpText("after", "\nType the password at the hidden prompt, pipe it in, or set GANTRY_PASSWORD.")
    .action(act(() => import("#cli/commands/login.ts")));
  program
    .command("logout")
    .description("End the stored session.")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/logout.ts")));
}

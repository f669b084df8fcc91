import type { Command } from "commander";
import type { Act } from "#cli/context.ts";
import { JSON_OPTION, missionArgument } from "./arguments.ts";

/** The command that shares missions with people who do not log in. */
export function sharingCommands(program: Command, act: Act): void {
  program
    .command("share")
    .description("Share a mission with everybody who has its link, which is shown once, or revoke the link.")
    .addArgument(missionArgument())
    .option("--evidence", "the link also downloads the evidence pack")
    .option("--revoke", "revoke the link")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/share.ts")));
}

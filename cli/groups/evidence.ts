import type { Command } from "commander";
import type { Act } from "#cli/context.ts";
import { missionArgument } from "./arguments.ts";

/** Commands that download evidence and verify it offline. */
export function evidenceCommands(program: Command, act: Act): void {
  program.commandsGroup("Evidence:");
  program
    .command("evidence")
    .description("Download a mission's sealed evidence pack, and pin the evidence key on first use.")
    .addArgument(missionArgument())
    .option("-o, --output <file>", "where to write the pack (default: <mission>.zip)")
    .option("--json", "print one JSON object: file, bytes, sha256, key_id, key")
    .action(act(() => import("#cli/commands/evidence.ts")));
  program
    .command("verify")
    .description("Check an evidence pack offline. Nothing is written and no service is contacted.")
    .argument("<pack.zip>", "the pack")
    .option("--mission <id>", "the mission that the pack must belong to")
    .option("--key <file>", "the public key to trust, as PEM (default: the pinned one)")
    .option("--json", "print the verdict with its reasons as one JSON object")
    .addHelpText(
      "after",
      `
Prints VALID, INVALID or INCONCLUSIVE, then one reason per line.
Exit codes: 0 valid, 1 invalid, 2 inconclusive, 64 incorrect usage, which prints no verdict.`,
    )
    .action(act(() => import("#cli/commands/verify.ts")));
}

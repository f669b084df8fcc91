import type { Command } from "commander";
import type { Act } from "#cli/context.ts";
import { JSON_OPTION } from "./arguments.ts";

const GATE = ["<gate>", 'id of the gate, or "latest" for the newest one at which you may decide'] as const;
const WHY = ["-m, --message <why>", "why, in your own words; it is kept with the decision"] as const;
const SNAPSHOT = [
  "--snapshot <sha256>",
  "decide only if this is the digest of what is to be decided on",
] as const;

/** What waits for a person, and decisions on it. */
export function gateCommands(program: Command, act: Act): void {
  program.commandsGroup("Decisions:");
  program
    .command("inbox")
    .description("List what waits for your decision, newest first; with a gate, show all of it.")
    .argument("[gate]", GATE[1])
    .option("--all", "also what others decide on")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/inbox.ts")));
  program
    .command("approve")
    .description("Let go on what waits at a gate.")
    .argument(...GATE)
    .requiredOption(...WHY)
    .option(...SNAPSHOT)
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/approve.ts")));
  program
    .command("reject")
    .description("End what waits at a gate.")
    .argument(...GATE)
    .requiredOption(...WHY)
    .option(...SNAPSHOT)
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/reject.ts")));
  program
    .command("override")
    .description("Let go on what waits at a gate, with changes to what was shown.")
    .argument(...GATE)
    .requiredOption(...WHY)
    .requiredOption("--delta <file>", "the changes, as a JSON Patch (RFC 6902)")
    .option(...SNAPSHOT)
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/override.ts")));
}

import type { Command } from "commander";
import type { Act } from "#cli/context.ts";
import { JSON_OPTION, missionArgument } from "./arguments.ts";

const LIMIT = ["--limit <n>", "at most n of them, 1 to 200", "20"] as const;

/** Looking at missions and steering them. */
export function missionCommands(program: Command, act: Act): void {
  program.commandsGroup("Missions:");
  program
    .command("missions")
    .description("List missions, newest first.")
    .option(...LIMIT)
    .option("--search <words>", "only those whose id, title, request or project contains every word")
    .option("-w, --watch", "show changes until interrupted")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/missions.ts")));
  program
    .command("search")
    .description("List the missions whose id, title, request or project contains every word.")
    .argument("<words...>", "words to search for")
    .option(...LIMIT)
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/search.ts")));
  program
    .command("status")
    .description("Show where a mission stands; without one, whether Gantry runs here, with its address.")
    .argument("[mission]", missionArgument().description)
    .option("-w, --watch", "show changes until the mission has ended")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/status.ts")));
  program
    .command("logs")
    .description("Show a mission's signals, one per line: everything that happened, in order.")
    .addArgument(missionArgument())
    .option("-f, --follow", "go on until the mission has ended")
    .option("--json", "print each signal as it is in the log, one JSON object per line")
    .action(act(() => import("#cli/commands/logs.ts")));
  program
    .command("failure")
    .description("Show why a mission failed: the error, failed steps with their output, and the repairs.")
    .addArgument(missionArgument())
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/failure.ts")));
  program
    .command("cancel")
    .description("Ask a mission to stop. It ends as CANCELLED, with its evidence sealed.")
    .addArgument(missionArgument())
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/cancel.ts")));
  program
    .command("clear")
    .description("Hide ended missions from the lists. Their signals and evidence stay.")
    .option("-y, --yes", "do not ask")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/clear.ts")));
}

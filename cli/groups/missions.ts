import type { Command } from "commander";
import type { Act } from "#cli/context.ts";
import { JSON_OPTION, missionArgument } from "./arguments.ts";

const LIMIT = ["--limit <n>", "maximum number of missions, 1 to 200", "20"] as const;

/** Commands that show and control missions. */
export function missionCommands(program: Command, act: Act): void {
  program.commandsGroup("Missions:");
  program
    .command("missions")
    .description("List missions, newest first.")
    .option(...LIMIT)
    .option("--search <words>", "only missions whose id, title, request or project contains every word")
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
    .description(
      "Show the status of a mission; without an argument, whether Gantry is running, and its address.",
    )
    .argument("[mission]", missionArgument().description)
    .option("-w, --watch", "show changes until the mission has ended")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/status.ts")));
  program
    .command("logs")
    .description("Show a mission's signals, one per line, in order.")
    .addArgument(missionArgument())
    .option("-f, --follow", "keep following until the mission has ended")
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
    .description("Cancel a mission. It ends as CANCELLED, with its evidence sealed.")
    .addArgument(missionArgument())
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/cancel.ts")));
  program
    .command("clear")
    .description("Hide ended missions from the lists. Their signals and evidence remain.")
    .option("-y, --yes", "do not ask for confirmation")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/clear.ts")));
}

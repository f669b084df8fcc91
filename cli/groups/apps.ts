import type { Command } from "commander";
import type { Act } from "#cli/context.ts";
import { JSON_OPTION, missionArgument } from "./arguments.ts";

const IMAGE_OPTION = [
  "--image <file>",
  "an image of the design to follow: PNG, JPEG, GIF or WebP, at most 10 MB",
] as const;

/** Commands that build apps and ask about them. */
export function appCommands(program: Command, act: Act): void {
  program.commandsGroup("Apps:");
  program
    .command("build")
    .description("Plan an app from your words, confirm the plan, build it, and show where it is live.")
    .argument("<words...>", "what to build")
    .option("-y, --yes", "confirm the plan without asking")
    .option("--no-deploy", "build and audit only")
    .option("--no-publish", "do not open a pull request")
    .option(...IMAGE_OPTION)
    .option(...JSON_OPTION)
    .addHelpText("after", "\nExit codes: 0 live or built, 1 failed or not confirmed, 64 incorrect usage.")
    .action(act(() => import("#cli/commands/build.ts")));
  program
    .command("plan")
    .description("Show the plan for your words without building it, or why there is none.")
    .argument("<words...>", "what to plan")
    .option(...IMAGE_OPTION)
    .option(...JSON_OPTION)
    .addHelpText("after", "\nExit codes: 0 a plan, 1 no plan or failed, 64 incorrect usage.")
    .action(act(() => import("#cli/commands/plan.ts")));
  program
    .command("retry")
    .description("Build the plan of an ended mission again, as a new mission.")
    .addArgument(missionArgument())
    .option("--no-follow", "return without waiting for the mission to end")
    .option(...JSON_OPTION)
    .addHelpText("after", "\nExit codes: 0 live or built, 1 failed, 64 incorrect usage.")
    .action(act(() => import("#cli/commands/retry.ts")));
  program
    .command("open")
    .description("Open the web client, or a mission's app, in the browser.")
    .argument("[mission]", missionArgument().description)
    .option("--pr", "open the mission's pull request instead of its app")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/open.ts")));
  program
    .command("ask")
    .alias("chat")
    .description("Ask about Gantry, its architecture or your missions. Builds nothing.")
    .argument("<words...>", "the question")
    .option("--chat <id>", "continue this chat")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/ask.ts")));
}

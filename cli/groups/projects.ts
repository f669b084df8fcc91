import type { Command } from "commander";
import type { Act } from "#cli/context.ts";
import { JSON_OPTION } from "./arguments.ts";

const PROJECT = ["<project>", 'id of the project, as "projects" shows it'] as const;

/** Commands about apps that outlive their missions. */
export function projectCommands(program: Command, act: Act): void {
  program.commandsGroup("Projects:");
  program
    .command("projects")
    .description("List projects, newest first, with the release that is live.")
    .option("--limit <n>", "maximum number of projects, 1 to 200", "20")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/projects.ts")));
  program
    .command("project")
    .description("Show a project and its releases.")
    .argument(...PROJECT)
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/project.ts")));
  program
    .command("change")
    .description("Change the app of a project: shows what becomes different, and builds it once confirmed.")
    .argument(...PROJECT)
    .argument("<words...>", "what to change")
    .option("-y, --yes", "confirm the plan without asking")
    .option(...JSON_OPTION)
    .addHelpText("after", "\nExit codes: 0 succeeded, 1 failed or not confirmed, 64 incorrect usage.")
    .action(act(() => import("#cli/commands/change.ts")));
  program
    .command("rollback")
    .description("Make an earlier release of a project live again, without building it.")
    .argument(...PROJECT)
    .argument("[release]", "number of the release; default: the one before the release that is live")
    .option("--no-follow", "return without waiting for the rollback to end")
    .option(...JSON_OPTION)
    .addHelpText("after", "\nExit codes: 0 live, 1 failed, 64 incorrect usage.")
    .action(act(() => import("#cli/commands/rollback.ts")));
  program
    .command("delete")
    .description("Take a project off the network. Its repository, releases and evidence are kept.")
    .argument(...PROJECT)
    .option("-y, --yes", "do not ask for confirmation")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/delete.ts")));
}

import type { Command } from "commander";
import type { Act } from "#cli/context.ts";
import { JSON_OPTION } from "./arguments.ts";

/** The command that measures how well requests are served. */
export function evaluationCommands(program: Command, act: Act): void {
  program.commandsGroup("Evaluation:");
  program
    .command("eval")
    .description("Run a file of requests from the first message to the live app, and report how they end.")
    .argument("<file>", "requests: one JSON object or one sentence on each line")
    .option("-o, --output <folder>", "where to write eval.json, eval.html and the screenshots", "eval")
    .option("--no-build", "consult only; plans are not confirmed")
    .option("--publish", "open pull requests too")
    .option("--only <ids...>", "only the requests with these ids")
    .option("--strict", "exit with 1 if a request does not end as its labels state")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/eval.ts")));
}

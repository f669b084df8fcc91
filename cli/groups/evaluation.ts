import { type Command, Option } from "commander";
import type { Act } from "#cli/context.ts";
import { JSON_OPTION } from "./arguments.ts";

/** The command that measures how well requests are served. */
export function evaluationCommands(program: Command, act: Act): void {
  program.commandsGroup("Evaluation:");
  program
    .command("eval")
    .description("Run a file of requests from the first message to the live app, and report how they end.")
    .argument(
      "<file>",
      "requests: one JSON object or one sentence on each line; with --compare, an eval.json; with --calibrate, judged pages",
    )
    .option("-o, --output <folder>", "where to write the reports and screenshots", "eval")
    .option("--no-build", "consult only; plans are not confirmed")
    .option("--publish", "open pull requests too")
    .option("--only <ids...>", "only the requests with these ids")
    .addOption(
      new Option(
        "--compare <before>",
        "run nothing; compare the eval.json of an earlier run with <file>",
      ).conflicts(["only", "publish"]),
    )
    .addOption(
      new Option(
        "--calibrate",
        "build nothing; <file> has pages with judged steps: report how often the browser agrees",
      ).conflicts(["compare", "only", "publish"]),
    )
    .option(
      "--strict",
      "exit with 1 if a request does not end as its labels state, if something no longer holds, or if the browser agrees with less than 85 %",
    )
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/eval.ts")));
}

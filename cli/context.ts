import type { Command } from "commander";
import type { CliConfig } from "#cli/config.ts";
import type { CliError } from "#cli/errors.ts";
import type { Api } from "#cli/service/api.ts";
import type { Output, Terminal } from "#cli/terminal/output.ts";

/** The context that every command receives. */
export interface Context {
  readonly config: CliConfig;
  readonly terminal: Terminal;
  readonly api: Api;
  readonly out: Output;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

/** A file of `cli/commands`: loaded only when its command is run. */
export interface CommandModule<Options> {
  /** Runs it and returns the exit code. `command` is its place in the command line. */
  readonly run: (
    context: Context,
    options: Options,
    words: readonly string[],
    command: Command,
  ) => Promise<number>;
  /** What `--json` prints when the command ends with an error, where that is more than the error. */
  readonly failed?: (error: CliError) => object;
}

/** Creates the action of a command from its module, which is loaded when the command is run. */
export type Act = <Options>(
  load: () => Promise<CommandModule<Options>>,
) => (this: Command, ...given: unknown[]) => Promise<void>;

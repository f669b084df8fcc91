import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { Api } from "#cli/api.ts";
import type { CliConfig } from "#cli/config.ts";
import { type CliError, UsageError } from "#cli/errors.ts";
import { createOutput, type Output, type Terminal } from "#cli/output.ts";

/** What every command is given. */
export interface Context {
  readonly config: CliConfig;
  readonly terminal: Terminal;
  readonly api: Api;
  readonly out: Output;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** What `--json` prints when the command ends with an error. */
  readonly failed: (error: CliError) => object;
  /** Runs it on the words behind its name and answers the exit code. */
  readonly run: (context: Omit<Context, "out">, argv: readonly string[]) => Promise<number>;
}

type Values<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>
>["values"];

const HELP = { help: { type: "boolean", short: "h" } } as const;

/** Makes a command from its options and its arguments' names; a last argument that ends in `...` takes many. */
export function command<const O extends ParseArgsOptionsConfig>(definition: {
  readonly name: string;
  readonly summary: string;
  /** Arguments and options, as the help shows them behind the name. */
  readonly synopsis: string;
  readonly help: string;
  readonly options: O;
  readonly takes: readonly string[];
  readonly failed?: (error: CliError) => object;
  readonly run: (context: Context, values: Values<O>, args: readonly string[]) => Promise<number>;
}): Command {
  const { name, summary, synopsis, help, options, takes, failed = onlyError } = definition;
  const usage = `Usage: gantry ${name}${synopsis && ` ${synopsis}`}\n\n${summary}\n\n${help.trim()}\n`;
  return {
    name,
    summary,
    usage,
    failed,
    async run(context, argv) {
      const { values, positionals } = parse(argv, { ...HELP, ...options });
      const { color } = context.config;
      const json = (values as { json?: boolean }).json === true;
      const out = createOutput(context.terminal, { json, color });
      if ((values as { help?: boolean }).help) {
        out.line(usage.trimEnd());
        return 0;
      }
      requireArguments(takes, positionals);
      return definition.run({ ...context, out }, values as Values<O>, positionals);
    },
  };
}

const onlyError = ({ code, message }: CliError) => ({ error: { code, message } });

function parse<O extends ParseArgsOptionsConfig>(argv: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(sentence.endsWith(".") ? sentence : `${sentence}.`);
  }
}

function requireArguments(takes: readonly string[], given: readonly string[]): void {
  const missing = takes[given.length];
  if (missing !== undefined) throw new UsageError(`<${missing.replace("...", "")}> is missing.`);
  const many = takes.at(-1)?.endsWith("...") === true;
  if (!many && given.length > takes.length)
    throw new UsageError(`Unexpected argument '${given[takes.length]}'.`);
}

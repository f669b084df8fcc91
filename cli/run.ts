import { type Command, CommanderError } from "commander";
import { programOf, readConfig } from "#cli/config.ts";
import type { Act, CommandModule } from "#cli/context.ts";
import { ApiError, CliError, EXIT_USAGE, Refused, UsageError } from "#cli/errors.ts";
import { createProgram } from "#cli/program.ts";
import type { Terminal } from "#cli/terminal/output.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { printable, printableJson } from "#core/kernel/printable.ts";

type Environment = Record<string, string | undefined>;

/** Runs one command line and returns its exit code. Nothing is thrown: every failure is a message on stderr. */
export async function run(
  argv: readonly string[],
  terminal: Terminal,
  env: Environment | undefined,
  signal: AbortSignal,
): Promise<number> {
  let exit = 0;
  let running: { readonly command: Command; failed?: CommandModule<never>["failed"] } | undefined;
  const act: Act = (load) =>
    async function action(this: Command, ...given: unknown[]) {
      const words = given.slice(0, -2).flat() as string[];
      running = { command: this };
      const config = readConfig(env);
      const [module, { createContext }] = await Promise.all([load(), import("#cli/create-context.ts")]);
      running = { command: this, failed: module.failed };
      const context = createContext({ config, terminal, signal, json: this.opts().json === true });
      exit = await module.run(
        context,
        this.opts() as Parameters<typeof module.run>[1],
        words.filter((word) => word !== undefined),
        this,
      );
    };
  const program = createProgram(act, terminal, env);
  try {
    await program.parseAsync(argv.length === 0 ? ["--help"] : argv, { from: "user" });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0; // Help, or the version.
    const failure = asCliError(error);
    const command = running?.command ?? program.commands.find((known) => known.name() === argv[0]);
    if (failure.message) terminal.stderr.write(printable(`${sentence(failure, command, programOf(env))}\n`));
    // A wrong command line has no result, not even a failed one.
    if (running?.command.opts().json && failure.exit !== EXIT_USAGE)
      terminal.stdout.write(`${printableJson((running.failed ?? onlyError)(failure))}\n`);
    return failure.exit;
  }
}

/** Programs receive the name of the field; the message contains it in words. */
const onlyError = (error: CliError) => ({
  error: {
    code: error.code,
    message: error.message,
    ...(error instanceof ApiError && error.field !== undefined ? { field: error.field } : {}),
  },
});

function asCliError(error: unknown): CliError {
  if (error instanceof CliError) return error;
  if (error instanceof CommanderError) return new UsageError(inOurWords(error.message));
  if (error instanceof GantryError) return new Refused(error);
  return new CliError(error instanceof Error ? error.message : String(error), { cause: error });
}

/** `error: unknown option '--jsn'\n(Did you mean --json?)` → `Unknown option '--jsn'. Did you mean --json?` */
function inOurWords(message: string): string {
  // A value that was given to an option is not repeated: it may be a secret.
  const safe = message.replace(/^error: /, "").replace(/'(--?[^='\s]+)=[^\n]*'/, "'$1'");
  const [first = "", ...hints] = safe.split("\n");
  const missing = /^missing required argument '(.+)'$/.exec(first)?.[1];
  const what = missing ? `<${missing}> is missing` : first.charAt(0).toUpperCase() + first.slice(1);
  return [
    what.endsWith(".") ? what : `${what}.`,
    ...hints.map((hint) => hint.replace(/^\((.*)\)$/, "$1")),
  ].join(" ");
}

function sentence(error: CliError, command: Command | undefined, program: string): string {
  if (error.exit !== EXIT_USAGE) return `gantry: ${error.message}`;
  return command
    ? `gantry ${command.name()}: ${error.message} See: ${program} ${command.name()} --help`
    : `gantry: ${error.message} See: ${program} --help`;
}

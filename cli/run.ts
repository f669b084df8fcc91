import { createApi } from "#cli/api.ts";
import type { Command } from "#cli/command.ts";
import { build } from "#cli/commands/build.ts";
import { cancel } from "#cli/commands/cancel.ts";
import { doctor } from "#cli/commands/doctor.ts";
import { evidence } from "#cli/commands/evidence.ts";
import { failure } from "#cli/commands/failure.ts";
import { logs } from "#cli/commands/logs.ts";
import { missions } from "#cli/commands/missions.ts";
import { retry } from "#cli/commands/retry.ts";
import { secrets } from "#cli/commands/secrets.ts";
import { status } from "#cli/commands/status.ts";
import { verify } from "#cli/commands/verify.ts";
import { programOf, readConfig } from "#cli/config.ts";
import { ApiError, CliError, Refused, UsageError } from "#cli/errors.ts";
import { printable, type Terminal } from "#cli/output.ts";
import { GantryError } from "#core/errors.ts";

const COMMANDS: readonly Command[] = [
  build,
  status,
  missions,
  logs,
  cancel,
  retry,
  failure,
  evidence,
  verify,
  doctor,
  secrets,
];

/** Runs one command line and answers its exit code. Nothing is thrown: every trouble is a sentence on stderr. */
export async function run(
  argv: readonly string[],
  terminal: Terminal,
  env: Record<string, string | undefined> | undefined,
  signal: AbortSignal,
): Promise<number> {
  const [name = "--help", ...rest] = argv;
  const command = COMMANDS.find((known) => known.name === name);
  try {
    if (["--help", "-h", "help"].includes(name)) return help(terminal);
    if (!command) throw new UsageError(`There is no command '${name}'. See: ${programOf(env)} --help`);
    const config = readConfig(env);
    return await command.run({ config, terminal, api: createApi(config), signal }, rest);
  } catch (error) {
    terminal.stderr.write(printable(`${sentence(error, name, programOf(env))}\n`));
    const trouble = asCliError(error);
    // A wrong command line has no result, not even a failed one.
    if (command && rest.includes("--json") && !(error instanceof UsageError))
      terminal.stdout.write(`${JSON.stringify(command.failed(trouble))}\n`);
    return trouble.exit;
  }
}

function help({ stdout }: Terminal): number {
  const rows = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
  stdout.write(`Usage: gantry <command> [arguments]

Say what you want, confirm the plan, get a live app, a pull request and evidence.

${rows.join("\n")}

gantry <command> --help tells more. Exit codes: 0 done, 1 failed, 2 wrong usage.

Environment:
  GANTRY_URL       where Gantry answers (http://127.0.0.1:$PORT)
  PORT             port of the local Gantry (5050)
  GANTRY_PASSWORD  the password (for the local Gantry: the one it has generated)
  GANTRY_HOME      data of the local Gantry, and the pinned evidence key (.gantry)
  NO_COLOR         no colours
  AWS_PROFILE, AWS_REGION and the others of the AWS SDK: whose account secrets and doctor --aws are about
`);
  return 0;
}

function asCliError(error: unknown): CliError {
  if (error instanceof CliError) return error;
  return error instanceof GantryError ? new Refused(error) : new CliError(String(error), { cause: error });
}

/** The trouble in words a person can use. */
function sentence(error: unknown, name: string, program: string): string {
  if (error instanceof UsageError && COMMANDS.some((known) => known.name === name))
    return `gantry ${name}: ${error.message} See: ${program} ${name} --help`;
  if (error instanceof ApiError) return `gantry: ${error.message}${error.field ? ` (${error.field})` : ""}`;
  return `gantry: ${error instanceof Error ? error.message : String(error)}`;
}

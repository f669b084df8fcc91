import { type Argument, Command } from "commander";
import { programOf, version } from "#cli/config.ts";
import type { Act } from "#cli/context.ts";
import { appCommands } from "#cli/groups/apps.ts";
import { evidenceCommands } from "#cli/groups/evidence.ts";
import { gateCommands } from "#cli/groups/gates.ts";
import { installationCommands } from "#cli/groups/installation.ts";
import { machineCommands } from "#cli/groups/machine.ts";
import { missionCommands } from "#cli/groups/missions.ts";
import { sessionCommands } from "#cli/groups/session.ts";
import type { Terminal } from "#cli/terminal/output.ts";

/** The command line as people see it: names, arguments, options and help. Nothing of what commands do is loaded. */
export function createProgram(
  act: Act,
  { stdout }: Terminal,
  env: Record<string, string | undefined> | undefined,
): Command {
  const program = new Command("gantry")
    .description("Say what you want, confirm the plan, get a live app, a pull request and evidence.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command")
    .exitOverride()
    .configureHelp({
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(termOf)].join(" "),
    })
    .configureOutput({
      writeOut: (words) => void stdout.write(words),
      writeErr: () => {}, // `run` says it in its own words.
      getOutHelpWidth: () => stdout.columns ?? 80,
      getOutHasColors: () => false,
    });
  for (const add of [
    appCommands,
    missionCommands,
    gateCommands,
    evidenceCommands,
    machineCommands,
    sessionCommands,
    installationCommands,
  ])
    add(program, act);
  return program.addHelpText("after", epilogue(programOf(env)));
}

function termOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function epilogue(program: string): string {
  return `
<mission> is an id, the beginning or the end of one, or "latest".
Every command has --json for programs, and its own help: ${program} <command> --help

Exit codes: 0 yes or done, 1 no or failed, 2 not sure (verify), 64 wrong usage, 130 interrupted.

Environment:
  GANTRY_URL       address of the Gantry to talk to (http://127.0.0.1:$PORT)
  PORT             port of the local Gantry (5050)
  GANTRY_PASSWORD  the password, where "login" was not used (for the local Gantry: the one it generated)
  GANTRY_HOME      data of the local Gantry, sessions and the pinned evidence key
  NO_COLOR         no colours
  AWS_PROFILE, AWS_REGION and the others of the AWS SDK: the account of "secrets" and "doctor --aws"`;
}

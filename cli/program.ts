import { type Argument, Command } from "commander";
import { programOf, version } from "#cli/config.ts";
import type { Act } from "#cli/context.ts";
import { appCommands } from "#cli/groups/apps.ts";
import { evaluationCommands } from "#cli/groups/evaluation.ts";
import { evidenceCommands } from "#cli/groups/evidence.ts";
import { gateCommands } from "#cli/groups/gates.ts";
import { installationCommands } from "#cli/groups/installation.ts";
import { machineCommands } from "#cli/groups/machine.ts";
import { missionCommands } from "#cli/groups/missions.ts";
import { projectCommands } from "#cli/groups/projects.ts";
import { sessionCommands } from "#cli/groups/session.ts";
import { sharingCommands } from "#cli/groups/sharing.ts";
import { siriCommands } from "#cli/groups/siri.ts";
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
      writeErr: () => {}, // `run` formats the message itself.
      getOutHelpWidth: () => stdout.columns ?? 80,
      getOutHasColors: () => false,
    });
  for (const add of [
    appCommands,
    missionCommands,
    sharingCommands,
    projectCommands,
    gateCommands,
    evidenceCommands,
    evaluationCommands,
    machineCommands,
    sessionCommands,
    siriCommands,
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
<mission> is an id, its beginning or end, or "latest".
Every command has --json for programs, and its own help: ${program} <command> --help

Exit codes: 0 success, 1 failure, 2 inconclusive (verify), 64 incorrect usage, 130 interrupted.

Environment:
  GANTRY_URL         address of the Gantry service (default http://127.0.0.1:$PORT)
  GANTRY_PUBLIC_URL  address at which other devices reach the local Gantry, for "siri" and "doctor"
  PORT               port of the local Gantry (default 5050)
  GANTRY_PASSWORD    the password, if "login" was not used (default for the local Gantry: the generated one)
  GANTRY_HOME        data of the local Gantry, sessions and the pinned evidence key
  NO_COLOR           disables colours
  AWS_PROFILE, AWS_REGION and the other variables of the AWS SDK: the account for "secrets" and "doctor --aws"`;
}

import { type Command, Option } from "commander";
import type { Act } from "#cli/context.ts";
import { STAGES } from "#core/operations/installation.ts";
import { JSON_OPTION } from "./arguments.ts";

/** Gantry on this machine. */
export function machineCommands(program: Command, act: Act): void {
  program.commandsGroup("This machine:");
  program
    .command("start")
    .description("Start Gantry on this machine, in the background.")
    .option("--foreground", "stay in the foreground until interrupted")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/start.ts")));
  program
    .command("stop")
    .description("Stop Gantry on this machine. Missions continue at the next start.")
    .option(...JSON_OPTION)
    .action(act(() => import("#cli/commands/stop.ts")));
  program
    .command("backup")
    .description("Write all data of the local Gantry to one file, whether or not it is running.")
    .argument("[file]", "where to write it (default: gantry-backup-<time>.tar.zst)")
    .option("--json", "print one JSON object: file, bytes")
    .addHelpText("after", "\nThe file contains keys and passwords; only you can read it (mode 0600).")
    .action(act(() => import("#cli/commands/backup.ts")));
  program
    .command("restore")
    .description("Restore the data folder of the local Gantry from a backup. Gantry must not be running.")
    .argument("<file>", "the backup")
    .option("--force", "rename an existing data folder, and restore in its place")
    .option("--json", "print one JSON object: home, created_at, gantry, files, aside")
    .action(act(() => import("#cli/commands/restore.ts")));
  program
    .command("doctor")
    .description("Check what Gantry needs, and show how to fix what is missing.")
    .option("--aws", "check an AWS account instead: credentials, stacks, secrets, models, quotas")
    .addOption(stageOption())
    .addOption(regionOption())
    .option("--json", "print the checks as one JSON object")
    .addHelpText(
      "after",
      "\nExit codes: 0 no check failed (warnings are not failures), 1 a check failed, 64 incorrect usage.",
    )
    .action(act(() => import("#cli/commands/doctor.ts")));
  program
    .command("completion")
    .description("Print the completion script of a shell: bash, zsh or fish.")
    .argument("<shell>", "bash, zsh or fish")
    .option("--json", "print one JSON object: shell, script")
    .addHelpText(
      "after",
      `
bash: gantry completion bash > ~/.local/share/bash-completion/completions/gantry
zsh:  gantry completion zsh > "\${fpath[1]}/_gantry"
fish: gantry completion fish > ~/.config/fish/completions/gantry.fish`,
    )
    .action(act(() => import("#cli/commands/completion.ts")));
}

export const stageOption = () =>
  new Option("--stage <stage>", `the installation: ${STAGES.join(" or ")} (default: ${STAGES[0]})`);

export const regionOption = () =>
  new Option("--region <region>", "the AWS region (default: AWS_REGION, else that of the AWS profile)");

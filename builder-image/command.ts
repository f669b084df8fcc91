import type { StepResult } from "#core/factory/build/result.ts";
import type { Run } from "./process/run-command.ts";

type Command = Pick<Run, "name" | "argv"> & Partial<Pick<Run, "recorded" | "limits" | "onReport">>;

/** Runs one command within the remaining time of the job; undefined when no time is left or the job was cancelled. */
export type RunCommand = (command: Command) => Promise<StepResult | undefined>;

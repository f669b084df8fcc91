import type { StepResult } from "#core/factory/build/result.ts";
import type { Run } from "./process/run-command.ts";

type Command = Pick<Run, "name" | "argv"> & Partial<Pick<Run, "recorded" | "limits" | "onReport">>;

/** Runs one command within what is left of the job's time; undefined when nothing is left, or it was cancelled. */
export type RunCommand = (command: Command) => Promise<StepResult | undefined>;

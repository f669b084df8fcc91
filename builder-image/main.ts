import { chooseExecutor, surveyExecutors } from "#builder/sandboxes/choose.ts";
import { EXECUTOR_NAMES, type Executor, type ExecutorName } from "#builder/sandboxes/executor.ts";
import { NO_JOB_EXIT, NO_SANDBOX_EXIT } from "#core/factory/build/exit-code.ts";
import { type BuildJob, buildJobSchema } from "#core/factory/build/job.ts";
import { MAX_WAIT_SECONDS } from "#core/factory/build/limits.ts";
import type { BuildProgress } from "#core/factory/build/result.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { armHardExit } from "./hard-exit.ts";
import { uploadWhileGrowing } from "./live-log.ts";
import { openLog } from "./log.ts";
import { measureControl } from "./process/measure-control.ts";
import { createProgress } from "./progress.ts";
import { runJob } from "./run-job.ts";
import { awaitDownload, upload } from "./transfer.ts";

/** Time limit for reading the job, in addition to the waiting time. */
const FETCH_SECONDS = 60;
/** Time after the job's deadline to collect and upload. */
const GRACE_SECONDS = 10;
const MAX_JOB_BYTES = 16 * 1024 * 1024;

process.exit(process.argv[2] === "--executors" ? await survey() : await main());

/** Prints the usable sandboxes of this machine as one line of JSON. Builds nothing. */
async function survey(): Promise<number> {
  printLine(await surveyExecutors());
  return 0;
}

/**
 * Runs one job. Exit code 0: a result was uploaded, whatever its verdict. NO_SANDBOX_EXIT: this machine cannot build.
 * NO_JOB_EXIT: no job was received within the waiting time. Chooses the sandbox before the job arrives, to save time.
 */
async function main(): Promise<number> {
  try {
    const { job_url, wait_seconds, executor: named, parent_pipe } = takeEnvironment();
    const disarm = armHardExit(wait_seconds + FETCH_SECONDS);
    const cancelled = abortOnEnd(parent_pipe);
    const executor = await chooseExecutor(named);
    const job = await waitForJob(job_url, wait_seconds, cancelled);
    if (!job) return NO_JOB_EXIT;
    armHardExit(job.limits.job_seconds + GRACE_SECONDS);
    disarm();
    await buildAndUpload(job, executor, cancelled);
    return 0;
  } catch (error) {
    printLine({
      error: error instanceof GantryError ? error.message : "The builder failed.",
      cause: `${error}`,
    });
    return error instanceof GantryError && error.code === "NoSandbox" ? NO_SANDBOX_EXIT : 1;
  }
}

async function buildAndUpload(job: BuildJob, executor: Executor, cancelled: AbortSignal): Promise<void> {
  const begun = performance.now();
  const never = new AbortController().signal;
  const log = openLog(job.limits.output_bytes);
  const send = async (progress: BuildProgress) => {
    printLine(progress);
    await upload(job.put.progress, encode(progress), cancelled);
  };
  const progress = createProgress(job, begun, send);
  const live = uploadWhileGrowing(log, (bytes) => upload(job.put.log, bytes, cancelled));
  try {
    const built = await runJob(job, {
      executor,
      progress,
      log,
      cancelled,
      begun,
      now: Date.now,
      control: measureControl,
    });
    // A cancelled builder uploads no result, which counts as a failure of the environment, not of the app.
    if (cancelled.aborted) throw new GantryError("Cancelled", "The builder was cancelled.");
    progress.phase("upload");
    if (built.archive) await upload(job.put.output, built.archive, never);
    await live.stop();
    await upload(job.put.log, built.log, never);
    progress.stop();
    await upload(job.put.result, encode(built.result), never);
    printLine({ verdict: built.result.verdict, reason: built.result.reason });
  } finally {
    progress.stop();
    await live.stop();
    log.close();
  }
}

/** Reads and clears the environment. The job's URL is a secret, so it is removed before anything else happens. */
function takeEnvironment() {
  const { JOB_URL, JOB_WAIT_SECONDS, EXECUTOR, PARENT_PIPE } = process.env;
  for (const name of Object.keys(process.env))
    if (name !== "PATH" && name !== "TMPDIR") delete process.env[name];
  if (!JOB_URL) throw new GantryError("InvalidInput", "JOB_URL is not set.", { field: "JOB_URL" });
  return {
    job_url: JOB_URL,
    wait_seconds: JOB_WAIT_SECONDS === undefined ? 0 : secondsOf(JOB_WAIT_SECONDS),
    executor: EXECUTOR === undefined ? undefined : executorNamed(EXECUTOR),
    parent_pipe: PARENT_PIPE === "stdin",
  };
}

function secondsOf(value: string): number {
  const seconds = Number(value);
  if (/^\d+$/.test(value) && seconds <= MAX_WAIT_SECONDS) return seconds;
  throw new GantryError("InvalidInput", `JOB_WAIT_SECONDS must be 0 to ${MAX_WAIT_SECONDS}.`, {
    field: "JOB_WAIT_SECONDS",
  });
}

function executorNamed(value: string): ExecutorName {
  const name = EXECUTOR_NAMES.find((known) => known === value);
  if (name) return name;
  throw new GantryError("InvalidInput", `EXECUTOR must be one of ${EXECUTOR_NAMES.join(", ")}.`, {
    field: "EXECUTOR",
  });
}

/** Aborts on SIGTERM, SIGINT, or the end of the pipe that a local parent keeps open while it lives. */
function abortOnEnd(parentPipe: boolean): AbortSignal {
  const controller = new AbortController();
  const end = () => controller.abort();
  // A closed stdout also means that the parent has ended.
  process.stdout.on("error", end);
  process.on("SIGTERM", end).on("SIGINT", end);
  if (parentPipe) process.stdin.on("end", end).on("close", end).on("error", end).resume();
  return controller.signal;
}

async function waitForJob(
  url: string,
  seconds: number,
  cancelled: AbortSignal,
): Promise<BuildJob | undefined> {
  const begun = performance.now();
  const bytes = await awaitDownload(url, MAX_JOB_BYTES, seconds, cancelled);
  printLine({ job: bytes ? "read" : "none came", waited_ms: Math.round(performance.now() - begun) });
  if (!bytes) return undefined;
  const parsed = buildJobSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new GantryError("InvalidInput", issue?.message ?? "The job is not valid.", {
    field: issue?.path.join(".") ?? "job",
  });
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** Prints one JSON line to the task's log. Must not contain URLs. */
function printLine(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

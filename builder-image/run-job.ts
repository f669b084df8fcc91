import { packArchive } from "#adapters/archive.ts";
import type { BuildJob } from "#core/build/job.ts";
import { type BuildResult, hasFailed, RESULT_VERSION, type StepResult } from "#core/build/result.ts";
import { type BuildRecord, judge } from "#core/build/verdict.ts";
import { canonicalHash } from "#core/canonical.ts";
import { GantryError } from "#core/errors.ts";
import { sha256Hex } from "#core/hash.ts";
import {
  changedPaths,
  gitTreeId,
  type TreeEntry,
  type TreeFile,
  treeEntries,
  treeSha256,
} from "#core/tree.ts";
import { changedSource } from "./changed-source.ts";
import type { Executor, Sandbox } from "./executors/executor.ts";
import { prove } from "./executors/prove.ts";
import type { Log } from "./log.ts";
import { createWriter } from "./materialise.ts";
import { runCommand } from "./process/run-command.ts";
import type { Progress } from "./progress.ts";
import { type TakenOutput, takeOutput } from "./take-output.ts";
import { unpackLayer } from "./unpack-layer.ts";
import { verifyJob } from "./verify-job.ts";

export interface JobContext {
  readonly executor: Executor;
  readonly progress: Progress;
  readonly log: Log;
  readonly cancelled: AbortSignal;
  /** `performance.now()` when the job was read: its time counts from then. */
  readonly begun: number;
  /** Milliseconds since 1970. */
  now(): number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Seen extends Mutable<Omit<BuildRecord, "steps">> {
  steps: StepResult[];
  source: BuildResult["source"];
  output_trees: BuildResult["output_trees"];
  output_files: TreeFile[] | undefined;
  skipped: BuildResult["skipped"];
}

/**
 * One build attempt from draft to record. Nothing here throws for what the app does: every ending is a result,
 * and only what the supervisor saw decides it.
 */
export async function runJob(
  job: BuildJob,
  context: JobContext,
): Promise<{ result: BuildResult; archive: Uint8Array | undefined; log: Uint8Array }> {
  const { progress, executor, cancelled } = context;
  const startedAt = context.now();
  const seen = nothingSeen();
  let sandbox: Sandbox | undefined;
  try {
    progress.phase("verify");
    const plan = verifyJob(job);
    sandbox = await executor.open(job.limits);
    await prove(sandbox, job.limits);

    progress.phase("write");
    const write = createWriter(sandbox.workspace, sandbox.owner);
    for (const file of plan.files) write(file);
    seen.source = describeSource(plan.files);

    progress.phase("unpack");
    const manifest = job.layer ? await unpackLayer(job.layer, job.limits, write, cancelled) : undefined;

    progress.phase("build");
    const built = await runSteps("build", plan.build, job, sandbox, context, seen);
    const { workspace } = sandbox;
    const take = () => takeOutput(workspace, job, plan.files, manifest);
    const before = built && noteOutput(seen, take());

    progress.phase("audit");
    const audited = before && (await runSteps("audit", [plan.audit], job, sandbox, context, seen));
    await sandbox.killAll();

    progress.phase("collect");
    seen.changed = changedSource(workspace, plan.files, job.limits);
    if (audited) noteAudited(seen, before, take());
  } catch (error) {
    note(seen, error);
  } finally {
    await sandbox?.close().catch((error: unknown) => note(seen, error));
  }

  progress.phase("hash");
  const verdict = judge(seen, job.limits);
  const archive =
    verdict.verdict === "passed" && seen.output_files ? await packArchive(seen.output_files) : undefined;
  const log = context.log.read();
  return {
    archive,
    log,
    result: {
      version: RESULT_VERSION,
      tenant: job.tenant,
      mission_id: job.mission_id,
      attempt: job.attempt,
      ...verdict,
      executor: executor.name,
      started_at: new Date(startedAt).toISOString(),
      ended_at: new Date(context.now()).toISOString(),
      steps: seen.steps,
      log_sha256: sha256Hex(log),
      source: seen.source,
      output_trees: seen.output_trees,
      patterns_sha256: canonicalHash(job.patterns),
      output: archive && seen.output_files ? describeOutput(seen.output_files, archive) : null,
      skipped: seen.skipped,
    },
  };
}

/** Runs commands one after another; stops at the first that does not succeed. */
async function runSteps(
  name: StepResult["name"],
  commands: readonly (readonly string[])[],
  job: BuildJob,
  sandbox: Sandbox,
  context: JobContext,
  seen: Seen,
): Promise<boolean> {
  const deadline = context.begun + job.limits.job_seconds * 1000;
  for (const command of commands) {
    if (context.cancelled.aborted) seen.stopped = "cancelled";
    else if (performance.now() > deadline) seen.stopped = "deadline";
    if (seen.stopped) return false;
    context.log.write(`$ ${command.join(" ").replace("{node}", "node")}\n`);
    const step = await runCommand({
      name,
      argv: command.map((word) => (word === "{node}" ? sandbox.node : word)),
      sandbox,
      limits: job.limits,
      deadline,
      cancelled: context.cancelled,
      onOutput(chunk) {
        context.log.write(chunk);
        context.progress.output(chunk);
      },
      onMemory: context.progress.memory,
    });
    seen.steps.push(step);
    if (hasFailed(step)) return false;
  }
  return true;
}

function nothingSeen(): Seen {
  return {
    steps: [],
    refused: undefined,
    environment: undefined,
    stopped: undefined,
    changed: [],
    altered: [],
    output: undefined,
    source: null,
    output_trees: null,
    output_files: undefined,
    skipped: [],
  };
}

/** The tree that the build made, which is what will be audited; undefined when it cannot be taken. */
function noteOutput(seen: Seen, { files, skipped, fault }: TakenOutput): TreeEntry[] | undefined {
  Object.assign(seen, { skipped, output: fault });
  return fault === undefined ? treeEntries(files) : undefined;
}

/** What is there after the audit must be what was there before it. */
function noteAudited(seen: Seen, before: readonly TreeEntry[], { files, skipped, fault }: TakenOutput): void {
  const after = treeEntries(files);
  seen.altered = changedPaths(before, after);
  seen.output_trees = { before_audit: treeSha256(before), after_audit: treeSha256(after) };
  Object.assign(seen, { output_files: files, skipped, output: fault });
}

/** A draft that cannot be used is the app's fault; everything else that throws is the builder's. */
function note(seen: Seen, error: unknown): void {
  if (error instanceof GantryError && error.code === "InvalidDraft") seen.refused = error.message;
  else if (error instanceof GantryError) seen.environment ??= error.message;
  else seen.environment ??= `The builder failed: ${systemCode(error)}.`;
}

function systemCode(error: unknown): string {
  if (error instanceof Error && "code" in error) return `${error.code}`;
  return error instanceof Error ? error.message.slice(0, 200) : "unknown error";
}

function describeSource(files: readonly TreeFile[]): BuildResult["source"] {
  return { sha256: treeSha256(treeEntries(files)), git_tree: gitTreeId(files), files: files.length };
}

function describeOutput(files: readonly TreeFile[], archive: Uint8Array): BuildResult["output"] {
  const entries = treeEntries(files);
  return {
    sha256: treeSha256(entries),
    archive_sha256: sha256Hex(archive),
    bytes: archive.length,
    entries,
  };
}

import { packArchive } from "#adapters/files/archive.ts";
import type { Sandbox } from "#builder/sandboxes/executor.ts";
import { prove } from "#builder/sandboxes/prove.ts";
import type { BuildJob } from "#core/factory/build/job.ts";
import { type BuildResult, RESULT_VERSION } from "#core/factory/build/result.ts";
import { judge } from "#core/factory/build/verdict.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { gitTreeId, type TreeFile, treeEntries, treeSha256 } from "#core/kernel/tree.ts";
import { runAudit } from "./audit/run-audit.ts";
import { changedSource } from "./changed-source.ts";
import { createWriter } from "./materialise.ts";
import {
  noObservations,
  note,
  noteAudit,
  noteAudited,
  noteBuilt,
  noteOutput,
  noteSource,
  type Observations,
} from "./observations.ts";
import { cpuOfAll } from "./process/processes.ts";
import { type CpuWatch, watchCpu } from "./process/watch-cpu.ts";
import { commandRunner, type JobContext, runBuild } from "./run-commands.ts";
import { takeStamps } from "./stamps.ts";
import { takeOutput } from "./take-output.ts";
import { unpackLayer } from "./unpack-layer.ts";
import { verifyJob } from "./verify-job.ts";

interface JobRecord {
  readonly result: BuildResult;
  /** The output archive; undefined unless the build passed. */
  readonly archive: Uint8Array | undefined;
  readonly log: Uint8Array;
}

/**
 * Runs one build attempt, from draft to record. Does not throw for failures of the app: every ending is a result, based
 * only on the supervisor's observations.
 */
export async function runJob(job: BuildJob, context: JobContext): Promise<JobRecord> {
  const { progress, executor, cancelled } = context;
  const startedAt = context.now();
  const observed = noObservations();
  let sandbox: Sandbox | undefined;
  let cpu: CpuWatch | undefined;
  try {
    progress.phase("verify");
    const plan = verifyJob(job);
    sandbox = await executor.open(job.limits);
    await prove(sandbox, job.limits);
    cpu = watchCpu({ limits: job.limits, control: context.control, used: cpuCounter(sandbox) });

    progress.phase("write");
    const write = createWriter(sandbox.workspace, sandbox.owner);
    for (const file of plan.files) write(file);
    observed.source = describeSource(plan.files);

    progress.phase("unpack");
    const manifest = job.layer ? await unpackLayer(job.layer, job.limits, write, cancelled) : undefined;

    progress.phase("build");
    const { workspace } = sandbox;
    const run = commandRunner(job, sandbox, context, cpu, observed);
    const written = takeStamps(workspace);
    const built =
      (await runBuild(plan.build, sandbox, run, observed)) &&
      noteBuilt(observed, written, workspace, stackOf(job.stack).output.static_folder);
    const take = () => takeOutput(workspace, job, plan.files, manifest);
    const before = built && noteOutput(observed, take());

    progress.phase("audit");
    const audited = before && noteAudit(observed, await runAudit(plan.tests, job, sandbox, run));
    await sandbox.killAll();

    progress.phase("collect");
    noteSource(observed, changedSource(workspace, plan.files, job.limits));
    if (audited) noteAudited(observed, before, take());
  } catch (error) {
    note(observed, error);
  } finally {
    cpu?.stop();
    await sandbox?.close().catch((error: unknown) => note(observed, error));
  }

  progress.phase("hash");
  return recordOf(job, context, observed, startedAt);
}

/** The record: the observations with the verdict, and the output if the build passed. */
async function recordOf(
  job: BuildJob,
  context: JobContext,
  observed: Observations,
  startedAt: number,
): Promise<JobRecord> {
  const verdict = judge(observed, job.limits);
  const archive =
    verdict.verdict === "passed" && observed.output_files
      ? await packArchive(observed.output_files)
      : undefined;
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
      executor: context.executor.name,
      started_at: new Date(startedAt).toISOString(),
      ended_at: new Date(context.now()).toISOString(),
      steps: observed.steps,
      log_sha256: sha256Hex(log),
      source: observed.source,
      output_trees: observed.output_trees,
      patterns_sha256: canonicalHash(job.patterns),
      output: archive && observed.output_files ? describeOutput(observed.output_files, archive) : null,
      skipped: observed.skipped,
    },
  };
}

/** Returns a function for the CPU time of the job, in milliseconds: of its commands and of the supervisor. */
function cpuCounter(sandbox: Sandbox): () => number {
  return () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + (sandbox.cgroup?.cpuMs() ?? cpuOfAll(sandbox.processes()));
  };
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

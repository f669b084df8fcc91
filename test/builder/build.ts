import { unpackArchive } from "#adapters/files/archive.ts";
import { openLog } from "#builder/log.ts";
import { measureControl } from "#builder/process/measure-control.ts";
import { createProgress } from "#builder/progress.ts";
import type { JobContext } from "#builder/run-commands.ts";
import { runJob } from "#builder/run-job.ts";
import type { Executor } from "#builder/sandboxes/executor.ts";
import type { BuildJob } from "#core/factory/build/job.ts";
import { type BuildResult, buildResultSchema } from "#core/factory/build/result.ts";
import type { TreeFile } from "#core/kernel/tree.ts";

/** Runs one job through the builder's own steps, in this process. */
export async function build(
  job: BuildJob,
  executor: Executor,
  cancelled = new AbortController().signal,
  control: JobContext["control"] = measureControl,
): Promise<{ result: BuildResult; files: TreeFile[]; log: string }> {
  const log = openLog(job.limits.output_bytes);
  const begun = performance.now();
  const progress = createProgress(job, begun, async () => undefined);
  try {
    const context = { executor, progress, log, cancelled, begun, now: Date.now, control };
    const { result, archive, log: bytes } = await runJob(job, context);
    const files = archive
      ? await unpackArchive(archive, { files: 5000, bytes: 2 ** 26, file_bytes: 2 ** 26 })
      : [];
    return { result: buildResultSchema.parse(result), files, log: Buffer.from(bytes).toString() };
  } finally {
    progress.stop();
    log.close();
  }
}

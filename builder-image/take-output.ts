import type { BuildJob } from "#core/factory/build/job.ts";
import { composeOutput, outputFolders, sharedSource } from "#core/factory/build/output.ts";
import { productionPackages } from "#core/factory/dependencies/production-packages.ts";
import { patternFindings } from "#core/factory/policy/patterns.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { decodeText } from "#core/kernel/files.ts";
import type { TreeFile } from "#core/kernel/tree.ts";
import { type Collected, collect } from "./collect.ts";

const MEGABYTE = 1024 * 1024;

export interface TakenOutput {
  readonly files: TreeFile[];
  readonly skipped: Collected["skipped"];
  /** Why the output cannot be used; undefined when it can. */
  readonly fault: string | undefined;
}

/** Collects the build output in the layout for deployment. No untrusted process may be alive. */
export function takeOutput(
  workspace: string,
  job: BuildJob,
  source: readonly TreeFile[],
  layerManifest: Uint8Array | undefined,
): TakenOutput {
  const limits = {
    files: job.limits.collect_files,
    bytes: job.limits.collect_mb * MEGABYTE,
    file_bytes: job.limits.collect_file_mb * MEGABYTE,
  };
  const layout = stackOf(job.stack).output;
  const withFunctions = layout.functions_folder !== undefined;
  const packages = withFunctions && layerManifest ? productionPackages(layerManifest) : [];
  const { files, skipped } = collect(workspace, [...outputFolders(job.stack), ...packages], limits);
  const isPackage = (path: string) => path.startsWith("node_modules/");
  const built = files.filter((file) => !isPackage(file.path));
  const modules = withFunctions
    ? [...sharedSource(job.stack, source), ...files.filter((file) => isPackage(file.path))]
    : [];
  const output = composeOutput(job.stack, built, modules);
  const fault = faultOf(built, skipped, layout.static_folder) ?? policyFault(job, built);
  return { files: output, skipped, fault };
}

function faultOf(
  built: readonly TreeFile[],
  skipped: Collected["skipped"],
  folder: string,
): string | undefined {
  const first = skipped[0];
  if (first) return `The output cannot be taken as it is: ${first.path}: ${first.reason}.`;
  if (built.length === 0) return `The build made no output: ${folder}/ is empty.`;
  return undefined;
}

/** The first violation of the policy in the output, as a sentence. The draft itself was checked before the build. */
function policyFault({ patterns }: BuildJob, built: readonly TreeFile[]): string | undefined {
  const texts = built.map(({ path, bytes }) => ({ path, text: decodeText(bytes) }));
  const [finding] = patternFindings(patterns, texts);
  return finding && `The output violates the policy: ${printable(finding.path)}: ${finding.reason}`;
}

function printable(path: string | null): string {
  return (path ?? "").slice(0, 200).replace(/[^\x20-\x7e]/g, "?");
}

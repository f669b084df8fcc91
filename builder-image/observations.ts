import type { Audit } from "#builder/audit/run-audit.ts";
import { type BuildResult, hasFailed, type StepResult } from "#core/factory/build/result.ts";
import type { BuildRecord } from "#core/factory/build/verdict.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { changedPaths, type TreeEntry, type TreeFile, treeEntries, treeSha256 } from "#core/kernel/tree.ts";
import { changedStamps, type Stamps, TOOL_CACHE, takeStamps } from "./stamps.ts";
import type { TakenOutput } from "./take-output.ts";

/** TypeScript's incremental build information; no import resolves to it. */
const BUILD_INFO = /\.tsbuildinfo$/;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The supervisor's observations of a job so far. */
export interface Observations extends Mutable<Omit<BuildRecord, "steps">> {
  steps: StepResult[];
  source: BuildResult["source"];
  output_trees: BuildResult["output_trees"];
  output_files: TreeFile[] | undefined;
  skipped: BuildResult["skipped"];
}

export function noObservations(): Observations {
  return {
    steps: [],
    refused: undefined,
    environment: undefined,
    stopped: undefined,
    cpu_share: undefined,
    changed: [],
    altered: { by: null, paths: [] },
    output: undefined,
    source: null,
    output_trees: null,
    output_files: undefined,
    skipped: [],
  };
}

/**
 * Records files that the build changed, or added outside its output folder, and returns whether there are none. The
 * audit uses all files, and an added file can shadow another one.
 */
export function noteBuilt(
  observed: Observations,
  written: Stamps,
  workspace: string,
  outputFolder: string,
): boolean {
  const isOutput = (path: string) => path === outputFolder || path.startsWith(`${outputFolder}/`);
  observed.changed = changedStamps(written, takeStamps(workspace)).filter(
    (path) => !TOOL_CACHE.test(path) && (written.has(path) || !(isOutput(path) || BUILD_INFO.test(path))),
  );
  return observed.changed.length === 0;
}

/** Records the audit; returns whether every test file ran and passed, and none changed the app. */
export function noteAudit(observed: Observations, { steps, altered }: Audit): boolean {
  observed.steps.push(...steps);
  observed.altered = altered;
  return observed.stopped === undefined && altered.by === null && !steps.some(hasFailed);
}

export function noteSource(observed: Observations, changed: readonly string[]): void {
  observed.changed = [...new Set([...observed.changed, ...changed])];
}

/** Records the output before the audit and returns its tree; undefined when the output is refused. */
export function noteOutput(
  observed: Observations,
  { files, skipped, fault }: TakenOutput,
): TreeEntry[] | undefined {
  Object.assign(observed, { skipped, output: fault });
  return fault === undefined ? treeEntries(files) : undefined;
}

/** Records the output after the audit, which must be the same as before. */
export function noteAudited(
  observed: Observations,
  before: readonly TreeEntry[],
  { files, skipped, fault }: TakenOutput,
): void {
  const after = treeEntries(files);
  observed.altered = { by: null, paths: changedPaths(before, after) };
  observed.output_trees = { before_audit: treeSha256(before), after_audit: treeSha256(after) };
  Object.assign(observed, { output_files: files, skipped, output: fault });
}

/** Records an error: an invalid draft is a fault of the app, any other error one of the builder. */
export function note(observed: Observations, error: unknown): void {
  if (error instanceof GantryError && error.code === "InvalidDraft") observed.refused = error.message;
  else if (error instanceof GantryError) observed.environment ??= error.message;
  else observed.environment ??= `The builder failed: ${systemCode(error)}.`;
}

function systemCode(error: unknown): string {
  if (error instanceof Error && "code" in error) return `${error.code}`;
  return error instanceof Error ? error.message.slice(0, 200) : "unknown error";
}

import type { Run } from "#core/workflows/run.ts";

/**
 * What else is recorded when a run of a workflow has ended, before its evidence is sealed; by workflow id. Each is
 * idempotent, because the step that ends a run can be repeated.
 */
export type RunEndings<S> = ReadonlyMap<string, (services: S, run: Run) => Promise<void>>;

import type { ExecutionFacts } from "#core/governance/execution/signals.ts";
import type { RequestLimitName } from "#core/identity/limits.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Json } from "#core/kernel/json.ts";
import type { InlineDefinition } from "#core/workflows/definition.ts";

/** The input of the work of a run. */
export interface InlineJob {
  readonly tenant: string;
  /** The input of the run; each value is a non-empty string. */
  readonly input: Readonly<Record<string, string>>;
  /** Records a model call in the log of the run. Must be called for every call, also without a usable answer. */
  readonly called: (call: ExecutionFacts["gantry.model.called"]) => void;
}

/** A workflow on the machine `inline`: its definition, and the function that does its work. */
export interface InlineWorkflow<S> {
  readonly definition: InlineDefinition;
  /** The rate limit of requests for a run, instead of that of other workflows. */
  readonly limit: RequestLimitName;
  /** Throws GantryError for an input that is refused before a run is recorded. */
  check?(input: Readonly<Record<string, unknown>>): void;
  /**
   * Returns the result of a run. Called only once per run, so it must not have effects on which other parts of the
   * product depend. Throws GantryError when the run fails; its message is recorded.
   */
  work(services: S, job: InlineJob): Promise<Json>;
}

/** The workflows on the machine `inline`, by id. */
export type InlineWorkflows<S> = ReadonlyMap<string, InlineWorkflow<S>>;

/** The inline workflow with this id; undefined for workflows on other machines. Throws NotFound for another version. */
export function findInline<S>(
  workflows: InlineWorkflows<S>,
  id: string,
  version: string | undefined,
): InlineWorkflow<S> | undefined {
  const found = workflows.get(id);
  if (!found || version === undefined || version === found.definition.version) return found;
  throw new GantryError("NotFound", `There is no workflow ${id}, version ${version.slice(0, 64)}.`, {
    field: "workflow",
  });
}

import type { ExecutionFacts } from "#core/governance/execution/signals.ts";
import type { RequestLimitName } from "#core/identity/limits.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { InlineDefinition } from "#core/workflows/definition.ts";
import type { Json } from "#core/workflows/values.ts";

/** What the work of a run is given. */
export interface InlineJob {
  readonly tenant: string;
  /** The run's own; each member is a text that is not empty. */
  readonly input: Readonly<Record<string, string>>;
  /** Keeps a model call for the log of the run. To be told of every call, also of one without a usable answer. */
  readonly called: (call: ExecutionFacts["gantry.model.called"]) => void;
}

/** A workflow of machine `inline`: its definition, and the function of the product that is its work. */
export interface InlineWorkflow<S> {
  readonly definition: InlineDefinition;
  /** What a run costs, as a request: its limit takes the place of that of other workflows. */
  readonly limit: RequestLimitName;
  /** Throws a GantryError for an input that is refused before a run of it is recorded. */
  check?(input: Readonly<Record<string, unknown>>): void;
  /**
   * Returns the result of a run. It is called once for a run and never again, so it must have no effect that another
   * part of the product waits for. Throws a GantryError where the run fails; its sentence is recorded.
   */
  work(services: S, job: InlineJob): Promise<Json>;
}

/** The workflows of machine `inline`, by their ids. */
export type InlineWorkflows<S> = ReadonlyMap<string, InlineWorkflow<S>>;

/** The inline workflow of this id; undefined for that of another machine. Throws NotFound for a version it does not have. */
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

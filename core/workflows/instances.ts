import type { Execution } from "#core/governance/execution/execution.ts";
import type { ExecutionState } from "#core/governance/execution/states.ts";
import { human } from "#core/identity/actor.ts";
import type { Caller, HumanCaller } from "#core/identity/caller.ts";
import { getJsonArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ID_PATTERN, type WithIds } from "#core/kernel/ids.ts";
import type { Json } from "#core/kernel/json.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { type ListPage, type PageRequest, readPage } from "#core/kernel/list/read-page.ts";
import { beginRun } from "#core/workflows/begin-run.ts";
import { findStartable } from "#core/workflows/built-in.ts";
import { findInline, type InlineWorkflows } from "#core/workflows/inline/inline.ts";
import { type InlineServices, runInline } from "#core/workflows/inline/run-inline.ts";
import type { Run } from "#core/workflows/run.ts";
import type { RunFacts } from "#core/workflows/run-signals.ts";

/** The kinds of lists that contain executions: missions, and runs of data-defined workflows. */
const KINDS = ["mission", "run"] as const;

interface InstanceFilters {
  readonly state?: ExecutionState | undefined;
  readonly workflow?: string | undefined;
  readonly team?: string | undefined;
}

export interface InstanceRequest {
  readonly workflow: string;
  readonly version?: string | undefined;
  readonly trigger: RunFacts["gantry.execution.created"]["trigger"];
  readonly team?: string | undefined;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Starts a run of a workflow for a person. A run on the machine `inline` completes in this call; for other machines,
 * the relay starts the state machine. Throws NotFound for an unknown workflow, InvalidInput for an input that does not
 * match it, Forbidden for a team of which the caller is not a member.
 */
export async function beginInstance<S>(
  services: InlineServices & WithIds & S,
  caller: HumanCaller,
  { workflow, version, trigger, team, input }: InstanceRequest,
  { policy, inline }: { readonly policy: DefinitionRef; readonly inline: InlineWorkflows<S> },
): Promise<Run> {
  if (team !== undefined && !caller.teams.includes(team))
    throw new GantryError("Forbidden", `You are not a member of the team ${team}.`, { field: "team" });
  const begun = {
    tenant: caller.tenant,
    id: services.ids.make("run"),
    policy,
    actor: human(caller),
    team: team ?? null,
    trigger,
    depth: 1,
    input,
  };
  const found = findInline(inline, workflow, version);
  if (found) return runInline(services, { ...begun, definition: found.definition }, found);
  return beginRun(services, { ...begun, definition: findStartable(workflow, version) });
}

/** A page of the tenant's executions, newest first: missions that are not cleared, and runs of all other workflows. */
export async function listInstances(
  services: WithStore,
  { tenant }: Caller,
  { limit, cursor, ...filters }: PageRequest & InstanceFilters,
): Promise<ListPage<Execution>> {
  const { state, workflow, team } = filters;
  const isFiltered = state !== undefined || workflow !== undefined || team !== undefined;
  const matches = (execution: Execution) =>
    (state === undefined || execution.state === state) &&
    (workflow === undefined || execution.workflow?.id === workflow) &&
    (team === undefined || execution.team === team);
  const scope = { tenant, kind: KINDS, filters: { state, workflow, team } };
  return readPage(services, scope, { limit, cursor }, isFiltered ? matches : undefined);
}

/** The tenant's execution. Throws NotFound, also for the id of another tenant's execution. */
export async function findInstance(
  { ledger }: WithLedger,
  { tenant }: Pick<Caller, "tenant">,
  id: string,
): Promise<Execution> {
  const execution = ID_PATTERN.test(id)
    ? await ledger.load<Execution>({ tenant, kind: "execution", id })
    : null;
  if (!execution)
    throw new GantryError("NotFound", `There is no execution ${id.slice(0, 80)}.`, { field: "id" });
  return execution;
}

/** The result of an execution; null until it has one, and for executions without results. */
export async function resultOf({ artifacts }: WithArtifacts, execution: Execution): Promise<Json> {
  const { result } = execution as Partial<Run>;
  if (!result) return null;
  return "value" in result
    ? result.value
    : ((await getJsonArtifact(artifacts, execution.tenant, result.sha256)) as Json);
}

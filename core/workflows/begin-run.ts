import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Actor, SignalDraft } from "#core/kernel/ledger/signal.ts";
import type { Definition } from "#core/workflows/definition.ts";
import { pinDefinition } from "#core/workflows/pin-definition.ts";
import { MAX_DEPTH, type Run, runRef, runs } from "#core/workflows/run.ts";
import { type RunFacts, runFact } from "#core/workflows/run-signals.ts";

const MAX_INPUT_BYTES = 32_768;

export interface NewRun {
  readonly tenant: string;
  readonly id: string;
  readonly definition: Definition;
  /** The policy for the run's effects; it must be stored among the tenant's artifacts. */
  readonly policy: DefinitionRef;
  readonly actor: Actor;
  readonly team: string | null;
  readonly trigger: RunFacts["gantry.execution.created"]["trigger"];
  readonly depth: number;
  readonly input: unknown;
}

/**
 * Starts a run of a workflow with steps, or returns the existing one with this id. Throws InvalidInput for an input
 * that does not match the workflow's, and for runs nested too deeply.
 */
export async function beginRun(services: WithLedger & WithArtifacts, begun: NewRun): Promise<Run> {
  const created = await createdDraft(services, begun);
  const { state } = await services.ledger.append(runs, runRef(begun.tenant, begun.id), (run) =>
    run ? null : { drafts: [created] },
  );
  return state;
}

/**
 * Stores the definition and returns the first signal of a run. Throws InvalidInput for an input that does not match.
 */
export async function createdDraft(services: WithArtifacts, begun: NewRun): Promise<SignalDraft> {
  const { machine, active_seconds } = begun.definition;
  const { tenant, definition, policy, actor, team, trigger, depth } = begun;
  if (depth > MAX_DEPTH)
    throw new GantryError("InvalidInput", `Workflows can be nested at most ${MAX_DEPTH} levels deep.`);
  const input = readRunInput(definition, begun.input);
  const workflow = await pinDefinition(services, tenant, definition);
  const created = {
    workflow,
    policy,
    requester: actor.id,
    team,
    trigger,
    depth,
    machine,
    active_seconds,
    input,
  };
  return runFact("gantry.execution.created", created, actor);
}

/** The input, which must have exactly the members that the workflow names, each a string. Throws InvalidInput. */
function readRunInput(definition: Definition, given: unknown): Record<string, string> {
  const { id, input: required } = definition;
  const members = new Map(Object.entries(typeof given === "object" && given !== null ? given : {}));
  const optional = definition.machine === "inline" ? (definition.optional ?? []) : [];
  const names = [...required, ...optional];
  const present = names.filter((name) => required.includes(name) || members.has(name));
  const entries = present.map((name) => [name, textOf(members.get(name), name)] as const);
  const unknown = [...members.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new GantryError(
      "InvalidInput",
      `input.${unknown.slice(0, 80)} is not an input of ${id}. Its inputs are ${names.join(", ") || "none"}.`,
      { field: "input" },
    );
  const input = Object.fromEntries(entries);
  if (canonicalJson(input).length > MAX_INPUT_BYTES)
    throw new GantryError("InvalidInput", `input must have at most ${MAX_INPUT_BYTES} characters.`, {
      field: "input",
    });
  return input;
}

function textOf(value: unknown, name: string): string {
  if (typeof value === "string" && value !== "" && value.isWellFormed()) return value;
  throw new GantryError("InvalidInput", `input.${name} must be a non-empty string.`, {
    field: `input.${name}`,
  });
}

import type { ContextDelta } from "#core/governance/gate/context-delta.ts";
import type { Decision } from "#core/governance/gate/decision.ts";
import { findGate } from "#core/governance/gate/find.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import { type NewPins, type OpenSubject, openSubject } from "#core/governance/gate/hosts.ts";
import { applyDelta } from "#core/governance/gate/json-patch.ts";
import { type DecisionInput, requireDecidable } from "#core/governance/gate/judge.ts";
import { decisionOf } from "#core/governance/gate/person-decision.ts";
import { decisionDrafts, executionOf } from "#core/governance/gate/plan.ts";
import { openGate } from "#core/governance/gate/subject.ts";
import { isDue, type TickServices, tick } from "#core/governance/gate/tick.ts";
import { human } from "#core/identity/actor.ts";
import type { HumanCaller } from "#core/identity/caller.ts";
import { getJsonArtifact, type Objects, putArtifact } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Ids } from "#core/kernel/ids.ts";
import type { Store } from "#core/kernel/ledger/store.ts";

export interface DecideOnServices {
  readonly store: Pick<Store, "get">;
  readonly artifacts: Objects;
  readonly ids: Ids;
  /** The pins of an execution of the tenant that starts now. */
  readonly pin: (tenant: string) => Promise<NewPins>;
}

/**
 * Records a person's decision on a gate. Of concurrent decisions and timers the first one counts; the others throw
 * AlreadyDecided, which names it. Throws NotFound for an unknown gate, and StaleGate, Forbidden and InvalidInput like
 * {@link requireDecidable}.
 */
export async function decide(
  services: DecideOnServices & TickServices,
  caller: HumanCaller,
  input: DecisionInput,
): Promise<Decision> {
  try {
    return await decideInTime(services, caller, input);
  } catch (error) {
    // The gate expired while the decision was being recorded; the second attempt records the system's REJECT.
    if (!(error instanceof GantryError) || error.code !== "IllegalTransition") throw error;
    return decideInTime(services, caller, input);
  }
}

/** Escalates or expires the gate first when that is due: a timer that is late must not change the result. */
async function decideInTime(
  services: DecideOnServices & TickServices,
  caller: HumanCaller,
  input: DecisionInput,
): Promise<Decision> {
  const { ref, gate } = await findGate(services, caller.tenant, input.gate_id);
  if (isDue(gate, services.clock.now())) await tick(services, { tenant: caller.tenant, gate: input.gate_id });
  return decideOn(services, caller, await openSubject(services, ref), input);
}

/** Like {@link decide}, on a subject that is already loaded. */
export async function decideOn(
  services: DecideOnServices,
  caller: HumanCaller,
  subject: OpenSubject,
  input: DecisionInput,
): Promise<Decision> {
  const { host, ref } = subject;
  const approval = input.type === "APPROVE" ? host.approval : undefined;
  const decision_id = services.ids.make("dec");
  const execution_id = approval ? approval.makeId(services.ids) : executionOf(ref.kind, subject.state);
  const changed = await changedContext(services, caller, subject, input);
  const pins = approval && (await services.pin(caller.tenant));
  await subject.append((state) => {
    const gate = state && openGate(state, input.gate_id);
    if (!gate) return null;
    const decision = { ...decisionOf(gate, caller, input, { decision_id, execution_id }), ...changed };
    if (pins) requirePolicy(gate, pins);
    const begun = { execution_id: execution_id as string, requester: human(caller) };
    const creates = pins && approval?.begin(state, begun, pins);
    return { drafts: decisionDrafts(state, decision), ...(creates ? { creates } : {}) };
  });
  return requireMade(await findGate(services, caller.tenant, input.gate_id), decision_id);
}

/** An execution that a gate starts must run under the policy that the gate was opened under. Throws StaleGate. */
export function requirePolicy({ gate_id, policy }: Gate, pins: NewPins): void {
  if (policy.sha256 === pins.policy.sha256) return;
  throw new GantryError("StaleGate", `The policy has changed since the gate ${gate_id} was opened.`, {
    field: "gate_id",
    detail: { policy: pins.policy },
  });
}

/** What an OVERRIDE adds to its decision: the delta, and the digest of the changed snapshot, which is stored. */
async function changedContext(
  { artifacts }: DecideOnServices,
  caller: HumanCaller,
  { state }: OpenSubject,
  input: DecisionInput,
): Promise<Pick<Decision, "context_delta" | "context_sha256">> {
  const gate = openGate(state, input.gate_id);
  if (!gate || input.type !== "OVERRIDE") return {};
  requireDecidable(gate, caller, input);
  const context_delta = input.context_delta as ContextDelta;
  const snapshot = (await getJsonArtifact(artifacts, caller.tenant, gate.snapshot_sha256)) as never;
  const context = canonicalJson(applyDelta(snapshot, context_delta));
  return { context_delta, context_sha256: await putArtifact(artifacts, caller.tenant, context) };
}

/**
 * The gate's decision, if it is this one. Throws AlreadyDecided for another, StaleGate for a gate without a decision.
 */
function requireMade({ gate }: { readonly gate: Gate }, decision_id: string): Decision {
  const { gate_id, state, decision, reason } = gate;
  if (decision?.decision_id === decision_id) return decision;
  if (!decision)
    throw new GantryError("StaleGate", `The gate ${gate_id} is ${state}: ${reason}`, {
      detail: { gate_id, state },
    });
  const { type, actor, decision_id: winner } = decision;
  throw new GantryError(
    "AlreadyDecided",
    `The gate ${gate_id} was decided by ${winner}: ${type} by ${actor}.`,
    {
      detail: {
        gate_id,
        decision_id: winner,
        decision: { decision_id: winner, type, actor, time: gate.closed_at },
      },
    },
  );
}

import { requirePolicy } from "#core/governance/gate/decide.ts";
import { boundTo } from "#core/governance/gate/gate.ts";
import type { NewPins, OpenSubject } from "#core/governance/gate/hosts.ts";
import type { GateFacts } from "#core/governance/gate/signals.ts";
import { openGate } from "#core/governance/gate/subject.ts";
import { actorOf } from "#core/identity/actor.ts";
import type { MachineCaller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Ids } from "#core/kernel/ids.ts";
import { SYSTEM } from "#core/kernel/ledger/signal.ts";

/** A machine's request to pass a gate by the policy's verdict: the snapshot it refers to and the words it sent. */
export interface PassRequest {
  readonly gate_id: string;
  readonly snapshot_sha256: string;
  readonly words: string;
}

/**
 * Passes a machine's request at a gate that starts an execution, by the verdict of the policy that the gate was
 * opened under. No person decides, and no decision is recorded. The calling function must have checked that the policy
 * allows it. Changes nothing when the gate is already closed. Throws StaleGate when another policy is active now.
 */
export async function allowByPolicy(
  services: { readonly ids: Ids; readonly pin: (tenant: string) => Promise<NewPins> },
  machine: MachineCaller,
  { host, append }: OpenSubject,
  { gate_id, snapshot_sha256, words }: PassRequest,
): Promise<void> {
  const { approval } = host;
  if (!approval) throw new GantryError("Internal", "A policy's verdict starts no execution at this gate.");
  const execution_id = approval.makeId(services.ids);
  const pins = await services.pin(machine.tenant);
  await append((state) => {
    const gate = state && openGate(state, gate_id);
    if (!state || gate?.snapshot_sha256 !== snapshot_sha256) return null;
    requirePolicy(gate, pins);
    const requester = actorOf(machine);
    const data: GateFacts["gantry.policy.allowed"] = {
      ...boundTo(gate),
      execution_id,
      requester: machine.principal,
      requester_kind: machine.kind,
      words,
    };
    return {
      drafts: [{ type: "gantry.policy.allowed", data, actor: SYSTEM }],
      creates: approval.begin(state, { execution_id, requester }, pins),
    };
  });
}

import type { Decision, DecisionType } from "#core/governance/gate/decision.ts";
import { findGate } from "#core/governance/gate/find.ts";
import { type HostServices, openSubject } from "#core/governance/gate/hosts.ts";
import { resumingDrafts } from "#core/governance/gate/plan.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Store } from "#core/kernel/ledger/store.ts";

/** How a gate was decided, for the workflow that waited. */
export interface Resumed {
  readonly verdict: (typeof VERDICTS)[DecisionType];
  readonly decision_id: string;
  readonly by: "person" | "system";
  /** For OVERRIDDEN: the digest of the artifact with the changed context; otherwise null. */
  readonly context_sha256: string | null;
}

const VERDICTS = { APPROVE: "APPROVED", REJECT: "REJECTED", OVERRIDE: "OVERRIDDEN" } as const;

/**
 * Returns an execution to RUNNING after the decision on its gate; a rejected one keeps its state. Idempotent. Throws
 * IllegalTransition for a gate without a decision, and the host's error for a subject that cannot continue.
 */
export async function resume(
  services: HostServices & { readonly store: Pick<Store, "get"> },
  { tenant, gate: gate_id }: { readonly tenant: string; readonly gate: string },
): Promise<Resumed> {
  const { ref, gate } = await findGate(services, tenant, gate_id);
  const { decision } = gate;
  if (!decision)
    throw new GantryError("IllegalTransition", `The gate ${gate_id} has no decision; it is ${gate.state}.`, {
      detail: { gate_id, state: gate.state },
    });
  const { host, append } = await openSubject(services, ref);
  await append((state) => {
    if (!state) return null;
    host.requireGoing?.(state);
    return state.gate?.gate_id === gate_id ? { drafts: resumingDrafts(state) } : null;
  });
  return resumed(decision);
}

const resumed = ({ type, decision_id, actor_kind, context_sha256 }: Decision): Resumed => ({
  verdict: VERDICTS[type],
  decision_id,
  by: actor_kind === "human" ? "person" : "system",
  context_sha256: context_sha256 ?? null,
});

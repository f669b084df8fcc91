import type { WithDirectives } from "#core/directives/approvals.ts";
import { decideDirective } from "#core/directives/decide.ts";
import { findDirective, type Subject } from "#core/directives/records.ts";
import type { Gate } from "#core/governance/gate/gate.ts";
import type { GateRequest } from "#core/governance/gate/request.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** Members of the gate's snapshot that describe the execution. */
export type About = Readonly<Record<string, string | null>>;

/**
 * The gate request for a directive that awaits a decision. Its snapshot contains tool and arguments; its rules are the
 * `approvals` of the policy. Throws NotFound.
 */
export async function directiveGate(
  services: WithStore & WithDirectives,
  subject: Pick<Subject, "tenant" | "execution">,
  {
    id,
    policy,
    title,
    about,
  }: { readonly id: string; readonly policy: DefinitionRef; readonly title: string; readonly about: About },
): Promise<GateRequest> {
  const directive = await findDirective(services, subject, id);
  if (!directive) throw new GantryError("NotFound", `There is no directive ${id}.`);
  const { approvals } = await services.policies.load(subject.tenant, policy);
  const { tool, args } = directive;
  return {
    key: id,
    name: tool,
    title: `${tool}: ${title}`.slice(0, 200),
    ...approvals,
    overridable: false,
    policy,
    snapshot: JSON.parse(JSON.stringify({ execution: subject.execution, ...about, tool, args })),
  };
}

/** Records the decision on a directive's gate. Idempotent. Throws IllegalTransition without a decision. */
export async function settleDirective(services: WithStore, subject: Subject, gate: Gate): Promise<void> {
  const { key, decision } = gate;
  if (!decision) throw new GantryError("IllegalTransition", `The gate ${gate.gate_id} has no decision.`);
  const verdict =
    decision.type !== "REJECT" ? "authorised" : gate.state === "expired" ? "expired" : "rejected";
  await decideDirective(services, subject, key, verdict, decision.decision_id);
}

import type { Execution } from "#core/governance/execution/execution.ts";
import { ask } from "#core/governance/gate/ask.ts";
import { findGate } from "#core/governance/gate/find.ts";
import type { GateHosts } from "#core/governance/gate/hosts.ts";
import { type Resumed, resume } from "#core/governance/gate/resume.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type {
  Awaits,
  Registry,
  RequestServices,
  SettleServices,
  Workflow,
} from "#core/workflows/registry.ts";

/** The execution of a gate loop. */
interface Waiting {
  readonly tenant: string;
  readonly execution_id: string;
}

/** The product's gate hosts and workflows, for the gate loop. */
export interface Catalogue {
  readonly hosts: GateHosts;
  readonly registry: Registry<never>;
}

/** Opens the gate on which an execution waits. Idempotent. Returns its id and its next time limit in epoch ms. */
export async function askFor(
  services: RequestServices & Catalogue,
  { tenant, execution_id, awaits }: Waiting & { readonly awaits: Awaits },
): Promise<{ gate: string; until_ms: number }> {
  const { ref, workflow } = await find(services, { tenant, execution_id });
  return ask(services, ref, await workflow.request(services, ref, awaits));
}

/** Applies the decision to what waited for it and, unless it is a REJECT, returns the execution to RUNNING. */
export async function resumeFrom(
  services: SettleServices & Catalogue,
  { tenant, execution_id, gate: id }: Waiting & { readonly gate: string },
): Promise<Pick<Resumed, "verdict" | "by">> {
  const { ref, workflow } = await find(services, { tenant, execution_id });
  const { gate } = await findGate(services, tenant, id);
  await workflow.settle(services, ref, gate);
  const { verdict, by } = await resume(services, { tenant, gate: id });
  return { verdict, by };
}

async function find(
  { ledger, registry }: WithLedger & Catalogue,
  { tenant, execution_id }: Waiting,
): Promise<{ readonly ref: AggregateRef; readonly workflow: Workflow<never> }> {
  const ref: AggregateRef = { tenant, kind: "execution", id: execution_id };
  const execution = await ledger.load<Execution>(ref);
  const workflow = execution ? registry(execution.workflow?.id) : undefined;
  if (!workflow)
    throw new GantryError("NotFound", `There is no execution ${execution_id} that can wait at a gate.`);
  return { ref, workflow };
}

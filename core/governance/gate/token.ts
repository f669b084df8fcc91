import { findGate } from "#core/governance/gate/find.ts";
import { type AggregateRef, type Key, stepKey } from "#core/kernel/keys.ts";
import type { Store } from "#core/kernel/ledger/store.ts";
import { keepTaskToken, type TaskCompletion } from "#core/kernel/task-token.ts";

/** Key of the item with the task token of a machine that waits at a gate; the token is stored nowhere else. */
export const gateTokenKey = (ref: AggregateRef, gate: string): Key => stepKey(ref, gate, 1);

/** Stores the task token of a machine that waits at a gate, and completes the task at once if the gate is closed. */
export async function awaitDecision(
  services: { readonly store: Pick<Store, "get" | "transact">; readonly workflows: TaskCompletion },
  { tenant, gate, token }: { readonly tenant: string; readonly gate: string; readonly token: string },
): Promise<void> {
  const { ref } = await findGate(services, tenant, gate);
  // Store the token before reading the gate: a concurrent decision is seen here, or finds the token.
  await keepTaskToken(services, gateTokenKey(ref, gate), token);
  const { gate: now } = await findGate(services, tenant, gate);
  if (now.state !== "open") await services.workflows.succeed(token, {});
}

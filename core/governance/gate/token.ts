import { findGate } from "#core/governance/gate/find.ts";
import { type AggregateRef, stepKey } from "#core/kernel/keys.ts";
import type { Store } from "#core/kernel/ledger/store.ts";

interface TokenServices {
  readonly store: Pick<Store, "get">;
  /** A token that was already used or has timed out is not an error. */
  readonly workflows: { succeed(token: string, output: unknown): Promise<void> };
}

/** Key of the item with the task token of a machine that waits at a gate; the token is stored nowhere else. */
const tokenKey = (ref: AggregateRef, gate: string) => stepKey(ref, gate, 1);

/**
 * Stores the task token of a machine that waits at a gate. When the gate is already closed, the task succeeds at once.
 */
export async function awaitDecision(
  services: TokenServices & { readonly store: Pick<Store, "transact"> },
  { tenant, gate, token }: { readonly tenant: string; readonly gate: string; readonly token: string },
): Promise<void> {
  const { ref } = await findGate(services, tenant, gate);
  // Store the token before reading the gate: a concurrent decision is seen here or finds the token.
  await services.store.transact([{ put: { ...tokenKey(ref, gate), token } }]);
  const { gate: now } = await findGate(services, tenant, gate);
  if (now.state !== "open") await services.workflows.succeed(token, {});
}

/**
 * Completes the task that waits at a gate, if there is one. Idempotent: only the first completion of a token counts.
 */
export async function answerToken(
  { store, workflows }: TokenServices,
  ref: AggregateRef,
  gate: string,
): Promise<void> {
  const step = await store.get(tokenKey(ref, gate));
  if (typeof step?.token === "string") await workflows.succeed(step.token, {});
}

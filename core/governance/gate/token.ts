import { findGate } from "#core/governance/gate/find.ts";
import { type AggregateRef, stepKey } from "#core/kernel/keys.ts";
import type { Store } from "#core/kernel/ledger/store.ts";

interface TokenServices {
  readonly store: Pick<Store, "get">;
  /** A token that is answered already, or timed out, is no error. */
  readonly workflows: { succeed(token: string, output: unknown): Promise<void> };
}

/** Where the task token lies with which a machine waits at a gate; it is nowhere else. */
const tokenKey = (ref: AggregateRef, gate: string) => stepKey(ref, gate, 1);

/** Keeps the token of a machine that waits at a gate. It is answered at once where the gate is closed already. */
export async function awaitDecision(
  services: TokenServices & { readonly store: Pick<Store, "transact"> },
  { tenant, gate, token }: { readonly tenant: string; readonly gate: string; readonly token: string },
): Promise<void> {
  const { ref } = await findGate(services, tenant, gate);
  // First the token, then the look: a decision is either seen here or finds the token to answer.
  await services.store.transact([{ put: { ...tokenKey(ref, gate), token } }]);
  const { gate: now } = await findGate(services, tenant, gate);
  if (now.state !== "open") await services.workflows.succeed(token, {});
}

/** Answers the token that was kept for a gate, if there is one. Idempotent: only a token's first answer counts. */
export async function answerToken(
  { store, workflows }: TokenServices,
  ref: AggregateRef,
  gate: string,
): Promise<void> {
  const step = await store.get(tokenKey(ref, gate));
  if (typeof step?.token === "string") await workflows.succeed(step.token, {});
}

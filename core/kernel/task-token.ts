import type { Key } from "#core/kernel/keys.ts";
import type { Store } from "#core/kernel/ledger/store.ts";

/** Completes tasks of state machines. A token whose task has already ended or timed out is not an error. */
export interface TaskCompletion {
  succeed(token: string, output: unknown): Promise<void>;
}

/** Stores the task token of a waiting state machine. It is stored only in this item. */
export async function keepTaskToken(
  { store }: { readonly store: Pick<Store, "transact"> },
  key: Key,
  token: string,
): Promise<void> {
  await store.transact([{ put: { ...key, token } }]);
}

/**
 * Completes the task whose token is stored under this key. Idempotent: only the first completion of a task counts.
 * Returns false when no token is stored.
 */
export async function completeTask(
  { store, workflows }: { readonly store: Pick<Store, "get">; readonly workflows: TaskCompletion },
  key: Key,
  output: unknown = {},
): Promise<boolean> {
  const kept = await store.get(key);
  if (typeof kept?.token !== "string") return false;
  await workflows.succeed(kept.token, output);
  return true;
}

import type { Key } from "#core/kernel/keys.ts";
import type { Store } from "#core/kernel/ledger/store.ts";

/** Completes the tasks of machines. A token whose task ended already, or timed out, is no error. */
export interface TaskCompletion {
  succeed(token: string, output: unknown): Promise<void>;
}

/** Keeps the task token with which a machine waits. It is stored in this item and nowhere else. */
export async function keepTaskToken(
  { store }: { readonly store: Pick<Store, "transact"> },
  key: Key,
  token: string,
): Promise<void> {
  await store.transact([{ put: { ...key, token } }]);
}

/**
 * Completes the task whose token was kept under this key. Idempotent: only the first completion of a task counts.
 * Returns false where no token was kept.
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

import { z } from "zod";
import { callerSchema } from "#core/identity/caller.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { type Key, lookupKey } from "#core/kernel/keys.ts";
import { type Item, TransactionRefused, type WithStore } from "#core/kernel/ledger/store.ts";

/** The use of a session is recorded at most this often. */
const USE_MS = 5 * 60_000;

/** The look-up item of a session: the session is valid as long as it exists. It contains no token. */
const schema = z.object({
  kind: z.literal("session"),
  session_id: z.string(),
  caller: callerSchema,
  /** In epoch milliseconds. */
  expires: z.number(),
  used_at: z.number(),
});
export type SessionItem = Readonly<z.infer<typeof schema>>;

/** The digest of a session's token, which names its look-up item. */
export const digestOf = (token: string): string => sha256Hex(`session\n${token}`);

export const sessionItem = (digest: string, session: Omit<SessionItem, "kind">): Item => ({
  ...lookupKey(digest),
  kind: "session",
  ...session,
  ttl: Math.ceil(session.expires / 1000),
});

/** The session of this digest; undefined when it is unknown, expired or stored in an incompatible format. */
export async function readSessionItem(
  { store, clock }: WithStore & WithClock,
  digest: string,
): Promise<SessionItem | undefined> {
  const session = schema.safeParse(await store.get(lookupKey(digest))).data;
  return session && session.expires > clock.now() ? session : undefined;
}

/** Records that a session is used. A session that was ended in the meantime stays ended. */
export async function recordUse(
  { store, clock }: WithStore & WithClock,
  digest: string,
  session: SessionItem,
): Promise<void> {
  const { used_at } = session;
  if (clock.now() - used_at < USE_MS) return;
  const put = sessionItem(digest, { ...session, used_at: clock.now() });
  try {
    await store.transact([{ put, when: { equals: { used_at } } }]);
  } catch (error) {
    if (!(error instanceof TransactionRefused)) throw error;
  }
}

export const deleteSession = (digest: string): { delete: Key } => ({ delete: lookupKey(digest) });

import type { HumanCaller } from "#core/identity/caller.ts";
import { beginGeneration } from "#core/identity/member-guard.ts";
import { recordOnMember } from "#core/identity/member-record.ts";
import { deleteSession, readSessionItem } from "#core/identity/session-item.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ownSessionKey, ownSessionPrefix } from "#core/kernel/keys.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Item, WithStore } from "#core/kernel/ledger/store.ts";

/** A valid session of a person. Times are in ISO 8601 UTC. */
export interface OwnSession {
  readonly session_id: string;
  readonly begun_at: string;
  /** Precise to five minutes. */
  readonly last_used_at: string;
  readonly expires_at: string;
  /** The address from which it was begun. */
  readonly address: string;
  /** What the client said about itself then; null if nothing. */
  readonly client: string | null;
}

/** An item of a person's list. The session is valid as long as its look-up item exists. */
type Listed = Item & Pick<OwnSession, "session_id" | "address" | "client"> & { readonly digest: string };

type Services = WithStore & WithClock;

/** Most sessions that a list shows, and that are read or ended at once. */
export const MOST_SESSIONS = 100;

/** The person's valid sessions, newest first, at most 100 of them. */
export async function listSessions(services: Services, person: HumanCaller): Promise<OwnSession[]> {
  const found: OwnSession[] = [];
  let after: string | undefined;
  for (;;) {
    const listed = await readList(services, person, after);
    const sessions = await Promise.all(listed.map((each) => readListed(services, each)));
    found.push(...sessions.filter((session) => session !== undefined));
    after = listed.at(-1)?.sk;
    if (listed.length < MOST_SESSIONS || found.length >= MOST_SESSIONS) return found.slice(0, MOST_SESSIONS);
  }
}

async function readListed(services: Services, listed: Listed): Promise<OwnSession | undefined> {
  const { session_id, address, client, digest } = listed;
  const session = await readSessionItem(services, digest);
  if (!session) return undefined;
  const time = (ms: number) => new Date(ms).toISOString();
  return {
    session_id,
    begun_at: session.caller.auth_time,
    last_used_at: time(session.used_at),
    expires_at: time(session.expires),
    address,
    client,
  };
}

/** Ends one of the person's sessions. Throws NotFound when the person has no such session. */
export async function endSession(
  services: Services & WithLedger,
  person: HumanCaller,
  session_id: string,
): Promise<void> {
  const key = ownSessionKey(person.tenant, person.principal, session_id);
  const listed = (await services.store.get(key)) as Listed | undefined;
  if (!listed || !(await end(services, listed)))
    throw new GantryError("NotFound", `There is no session ${session_id}.`, { field: "id" });
  await recordOnMember(services, person, { type: "gantry.auth.session_ended", data: { session_id } });
}

/** Ends the person's sessions but one, and log-ins that are under way. Returns how many sessions it ended. */
export async function endOtherSessions(
  services: Services & WithLedger,
  person: HumanCaller,
  kept: string,
): Promise<number> {
  const ended = await endAllBut(services, person, kept);
  await recordOnMember(services, person, { type: "gantry.auth.sessions_ended", data: { kept, ended } });
  return ended;
}

/** Like {@link endOtherSessions}, but records nothing. */
export async function endAllBut(services: Services, person: HumanCaller, kept: string): Promise<number> {
  await beginGeneration(services, person.principal);
  let ended = 0;
  let after: string | undefined;
  for (;;) {
    const listed = await readList(services, person, after);
    const others = listed.filter(({ session_id }) => session_id !== kept);
    const were = await Promise.all(others.map((each) => end(services, each)));
    ended += were.filter(Boolean).length;
    after = listed.at(-1)?.sk;
    if (listed.length < MOST_SESSIONS) return ended;
  }
}

/** Ends a session, and then removes it from the list. Whether it was valid. */
async function end(services: Services, { digest, pk, sk }: Listed): Promise<boolean> {
  const session = await readSessionItem(services, digest);
  await services.store.transact([deleteSession(digest)]);
  await services.store.transact([{ delete: { pk, sk } }]);
  return session !== undefined;
}

/** Items of the person's list, newest first; only those of the person are read. */
async function readList({ store }: WithStore, person: HumanCaller, after: string | undefined) {
  const { pk, prefix } = ownSessionPrefix(person.tenant, person.principal);
  const page = after === undefined ? {} : { after };
  return (await store.query({ pk, prefix, newestFirst: true, limit: MOST_SESSIONS, ...page })) as Listed[];
}

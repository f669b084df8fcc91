import { ID_PATTERN } from "#core/kernel/ids.ts";

/** A primary key of the table. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Kinds of aggregates, as used in keys and in the `source` of signals. */
export const AGGREGATE_KINDS = [
  "execution",
  "conversation",
  "chat",
  "project",
  "installation",
  "directive",
  "topic",
  "binding",
  "definition",
] as const;
export type AggregateKind = (typeof AGGREGATE_KINDS)[number];

/** A reference to one aggregate of one tenant. */
export interface AggregateRef {
  readonly tenant: string;
  readonly kind: AggregateKind;
  readonly id: string;
}

/** Partition key of an aggregate and its history. Throws RangeError for an invalid id, as all key functions do. */
export function aggregatePk({ tenant, kind, id }: AggregateRef): string {
  return `${tenantPk(tenant)}#${kind}#${checked(id)}`;
}

/**
 * The item with an aggregate's state and the head of its chain: one item, so that one read returns both consistently.
 */
export const metaKey = (ref: AggregateRef): Key => ({ pk: aggregatePk(ref), sk: "META" });
export const eventKey = (ref: AggregateRef, seq: number): Key => ({ pk: aggregatePk(ref), sk: eventSk(seq) });
export const stepKey = (ref: AggregateRef, name: string, attempt: number): Key => ({
  pk: aggregatePk(ref),
  sk: `STEP#${checked(name)}#${pad(attempt, 3)}`,
});
export const gateKey = (ref: AggregateRef, gate: string): Key => ({
  pk: aggregatePk(ref),
  sk: `GATE#${checked(gate)}`,
});

export const releaseKey = (ref: AggregateRef, release: number): Key => ({
  pk: aggregatePk(ref),
  sk: `RELEASE#${pad(release, 6)}`,
});

/** Item that lists an execution to be checked again. */
export const pendingKey = (ref: AggregateRef): Key => ({ pk: aggregatePk(ref), sk: "PENDING" });

/** The largest sequence number that a key can have. */
export const MAX_SEQUENCE = 999_999_999_999;

/** A sequence number as 12 digits, so that lexical order is numerical order. */
export const sequenceText = (seq: number): string => pad(seq, 12);

/** Sort key of the signal with this sequence number. */
export const eventSk = (seq: number): string => `E#${sequenceText(seq)}`;

/** Sort key of amendment number `count` of the state at this sequence. */
export function amendmentSk(seq: number, count: number): string {
  return `A#${pad(seq, 12)}#${pad(count, 3)}`;
}

export const quotaKey = (tenant: string, name: string): Key => ({
  pk: tenantPk(tenant),
  sk: `QUOTA#${checked(name)}`,
});

/** The consultation that a personal device was told of last. */
export const deviceKey = (tenant: string, device: string): Key => ({
  pk: tenantPk(tenant),
  sk: `DEVICE#${checked(device)}`,
});

/** A session in the list of a person; the look-up item of its token says whether it is valid. */
export function ownSessionKey(tenant: string, principal: string, session_id: string): Key {
  const { pk, prefix } = ownSessionPrefix(tenant, principal);
  return { pk, sk: `${prefix}${checked(session_id)}` };
}

/** The sessions of a person, oldest first. */
export const ownSessionPrefix = (tenant: string, principal: string): { pk: string; prefix: string } => ({
  pk: tenantPk(tenant),
  prefix: `SESSION#${checked(principal)}#`,
});

/** The counter of what a tenant spent on models in a month (`yyyymm`). */
export const usageKey = (tenant: string, month: string): Key => ({ pk: usagePk(tenant, month), sk: "C" });

/** A part of that month's budget which is reserved for a call until `expires` (ISO 8601). */
export const reservationKey = (tenant: string, month: string, expires: string, id: string): Key => ({
  pk: usagePk(tenant, month),
  sk: `R#${expires}#${checked(id)}`,
});

/** A limit needs a single counter, so all of it is in shard 0. */
const usagePk = (tenant: string, month: string): string => `${tenantPk(tenant)}#U#${checked(month)}#models#0`;

/** Deduplication of signals and HTTP requests; `hash` is the hex digest of scope and key. */
export const dedupeKey = (tenant: string, hash: string): Key => ({
  pk: `${tenantPk(tenant)}#D#${checked(hash)}`,
  sk: "D",
});

export const connectionPk = (tenant: string, aggregate: string): string =>
  `${tenantPk(tenant)}#N#${checked(aggregate)}`;
export const connectionKey = (tenant: string, aggregate: string, connection: string): Key => ({
  pk: connectionPk(tenant, aggregate),
  sk: `CONN#${connection}`,
});

/** Look-up by digest: sessions, tickets, API keys, rate-limit buckets. Secrets themselves are never stored. */
export const lookupKey = (sha256: string): Key => ({ pk: `G#KEY#${checked(sha256)}`, sk: "K" });

/** GSI1: lists by kind and status, oldest first. */
export function listPk(tenant: string, kind: string, status: string, shard = 0): string {
  return `${tenantPk(tenant)}#L#${checked(kind)}#${checked(status)}#${shard}`;
}
export const listSk = (time: string, id: string): string => `${time}#${checked(id)}`;

/** GSI2: all signals with one correlation id, across aggregates. */
export const timelinePk = (tenant: string, correlation: string): string =>
  `${tenantPk(tenant)}#K#${checked(correlation)}`;

/** GSI3: signals by the root of their type and by day. */
export const feedPk = (tenant: string, typeRoot: string, day: string, shard = 0): string =>
  `${tenantPk(tenant)}#Y#${checked(typeRoot)}#${checked(day)}#${shard}`;

/** Sort key of a signal in GSI2 and GSI3: by time, then by aggregate and sequence. */
export const timelineSk = (time: string, { kind, id }: AggregateRef, seq: number): string =>
  `${time}#${kind}#${checked(id)}#${sequenceText(seq)}`;

function tenantPk(tenant: string): string {
  return `T#${checked(tenant)}`;
}

function checked(id: string): string {
  if (!ID_PATTERN.test(id)) throw new RangeError(`'${id.slice(0, 80)}' is not an id`);
  return id;
}

function pad(value: number, width: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 10 ** width)
    throw new RangeError(`${value} does not fit ${width} digits`);
  return String(value).padStart(width, "0");
}

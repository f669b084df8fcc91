import { canonicalHash } from "#core/canonical.ts";
import { sha256Hex } from "#core/hash.ts";
import { type AggregateRef, dedupeKey, eventKey, feedPk, timelinePk } from "#core/keys.ts";
import type { View } from "#core/ledger/outbox.ts";
import { GENESIS_HASH, type Signal, type SignalDraft, sealSignal, sourceOf } from "#core/ledger/signal.ts";
import type { Condition, Item, Write } from "#core/ledger/store.ts";

/** Where an aggregate's chain stands. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const NO_HEAD: Head = { seq: 0, hash: GENESIS_HASH };

export interface AppendInput {
  readonly ref: AggregateRef;
  readonly head: Head;
  readonly drafts: readonly SignalDraft[];
  readonly correlation: string;
  readonly time: string;
  /** One fresh id per draft. */
  readonly ids: readonly string[];
  /** What people see at each signal; called once for each, in order. */
  readonly view?: (signal: Signal) => View | undefined;
}

export interface AppendPlan {
  readonly signals: readonly Signal[];
  readonly head: Head;
  /** Signals and dedupe items. The caller adds the state item, which carries the head, to the same transaction. */
  readonly writes: readonly Write[];
}

/** The writes that append these signals behind the head. */
export function planAppend(input: AppendInput): AppendPlan {
  const signals = chain(input);
  const last = signals.at(-1);
  const head = last ? { seq: last.sequence, hash: last.hash } : input.head;
  return {
    signals,
    head,
    writes: [
      ...signals.map((signal) => eventWrite(input.ref, signal, input.view?.(signal))),
      ...dedupeWrites(input, signals),
    ],
  };
}

/** Holds as long as nothing was appended behind this head. */
export function whenHeadIs({ seq, hash }: Head): Condition {
  return seq === 0 ? { absent: true } : { equals: { seq, hash } };
}

/** The dedupe item of a signal draft: tells a repetition from another request under the same key. */
function dedupeItem(ref: AggregateRef, draft: SignalDraft, winner: string): Item {
  return {
    ...dedupeKey(ref.tenant, dedupeHash(ref, draft.dedupe ?? "")),
    fingerprint: canonicalHash({ type: draft.type, data: draft.data }),
    winner,
  };
}

export function dedupeHash(ref: AggregateRef, key: string): string {
  return sha256Hex(`signal\n${ref.kind}\n${ref.id}\n${key}`);
}

function chain({ ref, head, drafts, correlation, time, ids }: AppendInput): Signal[] {
  let { seq, hash } = head;
  return drafts.map((draft, index) => {
    const signal = sealSignal({
      specversion: "1.0",
      id: ids[index] as string,
      source: sourceOf(ref),
      type: draft.type,
      time,
      datacontenttype: "application/json",
      tenantid: ref.tenant,
      correlationid: correlation,
      ...(draft.causation === undefined ? {} : { causationid: draft.causation }),
      actorkind: draft.actor.kind,
      authid: draft.actor.id,
      ...(draft.dedupe === undefined ? {} : { dedupekey: draft.dedupe }),
      sequence: ++seq,
      data: draft.data,
      prevhash: hash,
    });
    hash = signal.hash;
    return signal;
  });
}

function eventWrite(ref: AggregateRef, signal: Signal, view: View | undefined): Write {
  const [day = ""] = signal.time.split("T");
  const order = `${signal.time}#${signal.hash.slice(0, 12)}`;
  return {
    put: {
      ...eventKey(ref, signal.sequence),
      signal,
      ...(view ? { view } : {}),
      g2: timelinePk(ref.tenant, signal.correlationid),
      g2s: order,
      g3: feedPk(ref.tenant, signal.type.split(".")[1] as string, day.replaceAll("-", "")),
      g3s: order,
    },
    when: { absent: true },
  };
}

function dedupeWrites({ ref, drafts }: AppendInput, signals: readonly Signal[]): Write[] {
  return drafts.flatMap((draft, index) =>
    draft.dedupe === undefined
      ? []
      : [{ put: dedupeItem(ref, draft, (signals[index] as Signal).id), when: { absent: true } as const }],
  );
}

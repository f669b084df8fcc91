import { canonicalHash } from "#core/kernel/canonical.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import {
  type AggregateRef,
  dedupeKey,
  eventKey,
  feedPk,
  sequenceText,
  timelinePk,
  timelineSk,
} from "#core/kernel/keys.ts";
import { dataDigest, GENESIS_HASH, sealSignal } from "#core/kernel/ledger/chain.ts";
import type { View } from "#core/kernel/ledger/outbox.ts";
import {
  authTypeOf,
  SEMANTICS,
  type Signal,
  type SignalDraft,
  sourceOf,
} from "#core/kernel/ledger/signal.ts";
import { sequenceOf } from "#core/kernel/ledger/signal-v1.ts";
import type { Condition, Item, Write } from "#core/kernel/ledger/store.ts";

/** The head of an aggregate's chain. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
  /** Number of amendments of the state since the last signal. */
  readonly amended: number;
}

export const NO_HEAD: Head = { seq: 0, hash: GENESIS_HASH, amended: 0 };

export interface AppendInput {
  readonly ref: AggregateRef;
  readonly head: Head;
  readonly drafts: readonly SignalDraft[];
  readonly correlation: string;
  readonly time: string;
  /** One new id per draft. */
  readonly ids: readonly string[];
  /** The view at each signal; called once for each, in order. */
  readonly view?: (signal: Signal) => View | undefined;
  /** Types of signals whose data may be withheld later. `salt` creates a salt for each: 32 random bytes in hex. */
  readonly withholdable?: ReadonlySet<string> | undefined;
  readonly salt: () => string;
}

export interface AppendPlan {
  readonly signals: readonly Signal[];
  readonly head: Head;
  /** Signals and dedupe items. The caller adds the state item, which carries the head, to the same transaction. */
  readonly writes: readonly Write[];
}

/** Plans the writes that append these signals after the head. */
export function planAppend(input: AppendInput): AppendPlan {
  const signals = chain(input);
  const last = signals.at(-1);
  const head = last ? { seq: sequenceOf(last), hash: last.hash, amended: 0 } : input.head;
  return {
    signals,
    head,
    writes: [
      ...signals.map((signal) => eventWrite(input.ref, signal, input.view?.(signal))),
      ...dedupeWrites(input, signals),
    ],
  };
}

/** A condition that holds while nothing was appended after this head and the state was not amended. */
export function whenHeadIs({ seq, hash, amended }: Head): Condition {
  return seq === 0 ? { absent: true } : { equals: { seq, hash, amended } };
}

/** The dedupe item of a draft. Its fingerprint distinguishes a repetition from a different fact with the same key. */
function dedupeItem(ref: AggregateRef, key: string, draft: SignalDraft, winner: string): Item {
  return {
    ...dedupeKey(ref.tenant, dedupeHash(ref, key)),
    fingerprint: canonicalHash({ type: draft.type, data: draft.data }),
    winner,
  };
}

export function dedupeHash(ref: AggregateRef, key: string): string {
  return sha256Hex(`signal\n${ref.kind}\n${ref.id}\n${key}`);
}

function chain(input: AppendInput): Signal[] {
  let { seq, hash } = input.head;
  return input.drafts.map((draft, index) => {
    const signal = sealSignal({
      specversion: "1.0",
      id: input.ids[index] as string,
      source: sourceOf(input.ref),
      type: draft.type,
      time: input.time,
      datacontenttype: "application/json",
      tenantid: input.ref.tenant,
      correlationid: input.correlation,
      ...(draft.causation === undefined ? {} : { causationid: draft.causation }),
      actorkind: draft.actor.kind,
      authtype: authTypeOf(draft.actor),
      authid: draft.actor.id,
      semantics: SEMANTICS,
      ...(draft.dedupe === undefined ? {} : { dedupekey: draft.dedupe }),
      sequence: sequenceText(++seq),
      ...dataOf(input, draft),
      prevhash: hash,
    });
    hash = signal.hash;
    return signal;
  });
}

/** The data of a draft, with salt and digest if it may be withheld later. */
function dataOf(
  { withholdable, salt }: AppendInput,
  { type, data }: SignalDraft,
): Pick<Signal, "data" | "datasalt" | "datadigest"> {
  if (!withholdable?.has(type)) return { data };
  const datasalt = salt();
  return { data, datasalt, datadigest: dataDigest(datasalt, data) };
}

function eventWrite(ref: AggregateRef, signal: Signal, view: View | undefined): Write {
  const day = signal.time.slice(0, "yyyy-mm-dd".length).replaceAll("-", "");
  const order = timelineSk(signal.time, ref, sequenceOf(signal));
  return {
    put: {
      ...eventKey(ref, sequenceOf(signal)),
      signal,
      ...(view ? { view } : {}),
      g2: timelinePk(ref.tenant, signal.correlationid),
      g2s: order,
      g3: feedPk(ref.tenant, signal.type.split(".")[1] as string, day),
      g3s: order,
    },
    when: { absent: true },
  };
}

function dedupeWrites({ ref, drafts }: AppendInput, signals: readonly Signal[]): Write[] {
  return drafts.flatMap((draft, index) =>
    draft.dedupe === undefined
      ? []
      : [
          {
            put: dedupeItem(ref, draft.dedupe, draft, (signals[index] as Signal).id),
            when: { absent: true } as const,
          },
        ],
  );
}

import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { sequenceText } from "#core/kernel/keys.ts";
import { NO_HEAD, planAppend } from "#core/kernel/ledger/append.ts";
import { chainFault, sealSignal } from "#core/kernel/ledger/chain.ts";
import {
  type Actor,
  type Signal,
  type SignalDraft,
  SYSTEM,
  signalSchema,
} from "#core/kernel/ledger/signal.ts";
import { fc } from "#test/support/property.ts";

const SALT = "5".repeat(64);
const WITHHOLDABLE = "gantry.test.typed";

function append(drafts: readonly SignalDraft[]): readonly Signal[] {
  const { signals } = planAppend({
    ref: { tenant: "tn_1", kind: "execution", id: "m_1" },
    head: NO_HEAD,
    drafts,
    correlation: "m_1",
    time: "2026-11-21T00:00:00.000Z",
    ids: drafts.map((_, index) => `s_${index}`),
    withholdable: new Set([WITHHOLDABLE]),
    salt: () => SALT,
  });
  return signals;
}

function chain(length: number, id = "m_1"): Signal[] {
  return [
    ...planAppend({
      ref: { tenant: "tn_1", kind: "execution", id },
      head: NO_HEAD,
      drafts: Array.from({ length }, (_, index) => ({
        type: "gantry.test.said",
        data: { index, words: ["a", { b: index }] },
        actor: SYSTEM,
      })),
      correlation: id,
      time: "2026-11-21T00:00:00.000Z",
      ids: Array.from({ length }, (_, index) => `s_${index}`),
      salt: () => "",
    }).signals,
  ];
}

const LENGTH = 6;
const place = fc.nat({ max: LENGTH - 1 });

describe("a chain of signals", () => {
  it("is unbroken as it was created, and every signal matches the schema", () => {
    expect(chainFault(chain(LENGTH))).toBeUndefined();
    for (const signal of chain(LENGTH)) expect(signalSchema.parse(signal)).toEqual(signal);
  });

  it("is broken at an edited signal, whichever attribute was edited", () => {
    const names = Object.keys(chain(1)[0] as Signal);
    fc.assert(
      fc.property(place, fc.constantFrom(...names), (index, name) => {
        const signals = chain(LENGTH);
        const signal = signals[index] as Signal;
        const value = signal[name as keyof Signal];
        const edited =
          typeof value === "number" ? value + 1 : typeof value === "string" ? `${value}x` : { no: 1 };
        signals[index] = { ...signal, [name]: edited } as Signal;
        const fault = chainFault(signals);
        // An edited first source makes the others look out of place.
        expect(fault?.sequence).toBeLessThanOrEqual(index + 2);
        expect(fault?.sequence).toBeGreaterThanOrEqual(index === 0 ? 1 : index + 1);
      }),
    );
  });

  it("is broken after an edited signal whose hash was computed again", () => {
    fc.assert(
      fc.property(fc.nat({ max: LENGTH - 2 }), (index) => {
        const signals = chain(LENGTH);
        const { hash: _, ...rest } = signals[index] as Signal;
        signals[index] = sealSignal({ ...rest, data: { forged: true } });
        expect(chainFault(signals)).toEqual({ sequence: index + 2, reason: "prevhash" });
      }),
    );
  });

  it("is broken where a signal was deleted, inserted or moved", () => {
    fc.assert(
      fc.property(fc.nat({ max: LENGTH - 2 }), (index) => {
        const deleted = chain(LENGTH).toSpliced(index, 1);
        expect(chainFault(deleted)).toEqual({ sequence: index + 1, reason: "sequence" });
        const inserted = chain(LENGTH).toSpliced(index, 0, chain(LENGTH, "m_2")[index] as Signal);
        expect(chainFault(inserted)).toBeDefined();
        const [a, b] = chain(LENGTH).slice(index, index + 2) as [Signal, Signal];
        const moved = chain(LENGTH).toSpliced(index, 2, b, a);
        expect(chainFault(moved)?.sequence).toBe(index + 1);
      }),
    );
  });

  it("is broken where signals were renumbered after a deletion", () => {
    const signals = chain(LENGTH).toSpliced(2, 1);
    const renumbered = signals.map((signal, index) => {
      const { hash: _, ...rest } = signal;
      return index < 2 ? signal : sealSignal({ ...rest, sequence: sequenceText(index + 1) });
    });
    expect(chainFault(renumbered)).toEqual({ sequence: 3, reason: "prevhash" });
  });

  it("accepts no signal of another aggregate or tenant", () => {
    const [first] = chain(1) as [Signal];
    const next = (over: Partial<Signal>) =>
      sealSignal({ ...first, sequence: sequenceText(2), prevhash: first.hash, ...over } as Signal);
    expect(chainFault([first, next({})])).toBeUndefined();
    expect(chainFault([first, next({ source: "/t/tn_1/execution/m_2" })])?.reason).toBe("place");
    expect(chainFault([first, next({ tenantid: "tn_10" })])?.reason).toBe("place");
  });
});

describe("a signal", () => {
  const actors: [Actor, string][] = [
    [SYSTEM, "system"],
    [{ kind: "human", id: "alice" }, "app_user"],
    [{ kind: "agent", id: "consultant" }, "service_account"],
    [{ kind: "integration", id: "github" }, "service_account"],
    [{ kind: "human", id: "alice", authtype: "api_key" }, "api_key"],
    [{ kind: "system", id: "hook", authtype: "unauthenticated" }, "unauthenticated"],
  ];

  it("keeps these attributes and this hash permanently", () => {
    const actor = { kind: "human", id: "alice" } as const;
    const [first] = append([{ type: "gantry.test.said", data: { n: 1 }, actor, dedupe: "k" }]);
    expect(first).toEqual({
      specversion: "1.0",
      id: "s_0",
      source: "/t/tn_1/execution/m_1",
      type: "gantry.test.said",
      time: "2026-11-21T00:00:00.000Z",
      datacontenttype: "application/json",
      tenantid: "tn_1",
      correlationid: "m_1",
      actorkind: "human",
      authtype: "app_user",
      authid: "alice",
      semantics: 1,
      dedupekey: "k",
      sequence: "000000000001",
      data: { n: 1 },
      prevhash: "0".repeat(64),
      hash: "976986d5d4164e76b3ea1b9d3f10bbf7b1d0ed8255f7d2db74c4ae5532469e65",
    });
  });

  it.each(actors)("of the actor %j has the authtype %s", (actor, authtype) => {
    expect(append([{ type: "gantry.test.said", data: {}, actor }])[0]).toMatchObject({ authtype });
  });

  it("is ordered by its sequence as text", () => {
    const sequences = chain(12).map(({ sequence }) => sequence);
    expect(sequences.toSorted()).toEqual(sequences);
    expect(sequences.at(-1)).toBe("000000000012");
  });
});

describe("data that may be withheld", () => {
  const typed = { type: WITHHOLDABLE, data: { text: "hello", "\u00e9": 1.5 }, actor: SYSTEM };

  it("is hashed as its salted digest only", () => {
    const [signal] = append([typed]) as [Signal];
    const digest = createHash("sha256")
      .update(Buffer.from(SALT, "hex"))
      .update('{"text":"hello","\u00e9":1.5}');
    expect(signal).toMatchObject({ data: typed.data, datasalt: SALT, datadigest: digest.digest("hex") });
    const { data: _, datasalt: __, ...withheld } = signal;
    expect(sealSignal(withheld as Signal).hash).toBe(signal.hash);
    expect(signalSchema.parse(signal)).toEqual(signal);
  });

  it("leaves its chain unbroken when it is withheld, and breaks it when it is changed", () => {
    const [signal, next] = append([typed, { ...typed, type: "gantry.test.said" }]) as [Signal, Signal];
    expect(next).not.toHaveProperty("datadigest");
    expect(chainFault([signal, next])).toBeUndefined();
    const { data: _, datasalt: __, ...withheld } = signal;
    expect(chainFault([withheld as Signal, next])).toBeUndefined();
    const { data: ___, ...salted } = signal;
    expect(chainFault([salted, next])).toBeUndefined();
    const fault = { sequence: 1, reason: "data" };
    expect(chainFault([{ ...signal, data: { text: "hullo" } }, next])).toEqual(fault);
    expect(chainFault([{ ...signal, datasalt: "6".repeat(64) }, next])).toEqual(fault);
    expect(chainFault([{ ...signal, datadigest: "6".repeat(64) }, next])?.reason).toBe("hash");
  });
});

describe("a chain with two formats", () => {
  const [one, two] = chain(2) as [Signal, Signal];
  const { authtype: _, semantics: __, ...old } = { ...two, source: "/t/tn_1/X/m_1", sequence: 2 };

  it.each<[string, Signal]>([
    ["formats", old as unknown as Signal],
    ["rules", { ...two, semantics: 2 }],
  ])("%s is broken where the second begins", (_name, other) => {
    expect(chainFault([one, sealSignal(other)])).toEqual({ sequence: 2, reason: "format" });
  });
});

describe("the form of a signal", () => {
  const [signal] = append([
    { type: WITHHOLDABLE, data: {}, actor: SYSTEM, causation: "s_9", dedupe: "k" },
  ]) as [Signal];

  it.each<[string, object]>([
    ["a kind of actor each", { actorkind: "integration", authtype: "unauthenticated" }],
    ["an API key", { actorkind: "agent", authtype: "api_key" }],
    ["a person", { actorkind: "human", authtype: "app_user" }],
    ["a service account", { authtype: "service_account" }],
    ["a key of 256 visible characters", { dedupekey: `~ ${"k".repeat(254)}` }],
    ["no key", { dedupekey: undefined }],
    ["a type of several names", { type: "gantry.a.b_c" }],
    ["later rules", { semantics: 2 }],
  ])("may have %s", (_, change) => {
    expect(signalSchema.safeParse({ ...signal, ...change }).success).toBe(true);
  });

  it.each<[string, object]>([
    ["another version of CloudEvents", { specversion: "1.1" }],
    ["another type of content", { datacontenttype: "text/plain" }],
    ["a source with more before it", { source: "x/t/tn_1/execution/m_1" }],
    ["a source with more behind it", { source: "/t/tn_1/execution/m_1/x" }],
    ["a source of an unknown kind", { source: "/t/tn_1/X/m_1" }],
    ["a source without a tenant", { source: "/t//execution/m_1" }],
    ["a source without an id", { source: "/t/tn_1/execution/" }],
    ["a type of another product", { type: "other.test.said" }],
    ["a type with more before it", { type: "x.gantry.test" }],
    ["a type without a name", { type: "gantry" }],
    ["a type with an empty name", { type: "gantry.test." }],
    ["a type with a name that begins with a line", { type: "gantry._test" }],
    ["a type with capitals", { type: "gantry.Test" }],
    ["a type with a space behind it", { type: "gantry.test " }],
    ["an unknown kind of actor", { actorkind: "robot" }],
    ["an unknown way to log in", { authtype: "magic" }],
    ["rules before the first", { semantics: 0 }],
    ["half a version of the rules", { semantics: 1.5 }],
    ["an empty key", { dedupekey: "" }],
    ["a key of 257 characters", { dedupekey: "k".repeat(257) }],
    ["a key of two lines", { dedupekey: "a\nb" }],
    ["a key that is not ASCII", { dedupekey: "é" }],
    ["a sequence of eleven digits", { sequence: "1".repeat(11) }],
    ["a sequence of thirteen digits", { sequence: "1".repeat(13) }],
    ["a sequence of letters", { sequence: "x".repeat(12) }],
    ["a number as its sequence", { sequence: 1 }],
    ["a time without a zone", { time: "2026-11-21T00:00:00" }],
    ["data that is a list", { data: [] }],
    ["an attribute that signals do not have", { more: 1 }],
  ])("cannot have %s", (_, change) => {
    expect(signalSchema.safeParse({ ...signal, ...change }).success).toBe(false);
  });

  it("is written by the product in the name of the factory where no one else acts", () => {
    expect(SYSTEM).toEqual({ kind: "system", id: "factory" });
  });
});

import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import type { AggregateKind } from "#core/kernel/keys.ts";
import { sealSignal } from "#core/kernel/ledger/chain.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { aggregateOf, isAbout, isV1, sequenceOf, signalV1Schema } from "#core/kernel/ledger/signal-v1.ts";

/** A signal as the first format had it. */
const OLD = sealSignal({
  specversion: "1.0",
  id: "s_1",
  source: "/t/tn_1/X/m_1",
  type: "gantry.mission.created",
  time: "2026-11-21T00:00:00.000Z",
  datacontenttype: "application/json",
  tenantid: "tn_1",
  correlationid: "c_1",
  actorkind: "human",
  authid: "alice",
  dedupekey: "a key\nof two lines",
  sequence: 12,
  data: { any: "thing" },
  prevhash: "0".repeat(64),
} as unknown as Signal);

describe("a signal of the first format", () => {
  it("is hashed as it always was, by the name of its format", () => {
    const { hash, prevhash, ...rest } = OLD as unknown as Record<string, unknown>;
    const body = JSON.stringify(
      Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))),
    );
    const digest = createHash("sha256").update(`gantry.signal.v1\n${prevhash}\n${body}`);
    expect(hash).toBe(digest.digest("hex"));
  });

  it("is read as it is", () => {
    expect(signalV1Schema.parse(OLD)).toEqual(OLD);
    expect(isV1(OLD)).toBe(true);
    expect(sequenceOf(OLD)).toBe(12);
  });

  it.each<[string, object]>([
    ["authtype", { authtype: "system" }],
    ["semantics", { semantics: 1 }],
    ["datadigest", { datadigest: "0".repeat(64) }],
    ["datasalt", { datasalt: "0".repeat(64) }],
  ])("has no %s", (_, attribute) => {
    expect(signalV1Schema.safeParse({ ...OLD, ...attribute }).success).toBe(false);
  });

  it.each<[string, object]>([
    ["a source that does not begin the path", { source: "x/t/tn_1/X/m_1" }],
    ["a source with more behind the aggregate", { source: "/t/tn_1/X/m_1/more" }],
    ["a source with a kind as a word", { source: "/t/tn_1/execution/m_1" }],
    ["a source without a tenant", { source: "/t//X/m_1" }],
    ["a source without an id", { source: "/t/tn_1/X/" }],
    ["a type of another product", { type: "other.mission.created" }],
    ["a type that only ends as one", { type: "x.gantry.mission" }],
    ["a type without a name", { type: "gantry" }],
    ["a type with capitals", { type: "gantry.Mission" }],
    ["a type with a space behind it", { type: "gantry.mission created" }],
    ["a sequence of zero", { sequence: 0 }],
    ["a sequence that is not whole", { sequence: 1.5 }],
    ["a sequence as text", { sequence: "000000000001" }],
    ["a deduplication key of 257 characters", { dedupekey: "k".repeat(257) }],
  ])("cannot have %s", (_, attribute) => {
    expect(signalV1Schema.safeParse({ ...OLD, ...attribute }).success).toBe(false);
  });

  it.each<[string, object]>([
    ["the first sequence", { sequence: 1 }],
    ["a deduplication key of 256 characters", { dedupekey: "k".repeat(256) }],
    ["no deduplication key", { dedupekey: undefined }],
    ["a type of one name", { type: "gantry.a_b" }],
  ])("can have %s", (_, attribute) => {
    expect(signalV1Schema.safeParse({ ...OLD, ...attribute }).success).toBe(true);
  });
});

describe("the aggregate of a signal", () => {
  it.each<[string, AggregateKind]>([
    ["X", "execution"],
    ["C", "conversation"],
    ["P", "project"],
    ["I", "installation"],
    ["R", "directive"],
    ["F", "topic"],
    ["execution", "execution"],
    ["binding", "binding"],
  ])("with %s in its source is of kind %s", (written, kind) => {
    const source = `/t/tn_1/${written}/m_1`;
    expect(aggregateOf({ source })).toEqual({ tenant: "tn_1", kind, id: "m_1" });
    expect(isAbout({ source }, { tenant: "tn_1", kind, id: "m_1" })).toBe(true);
  });

  it("is another one where tenant, kind or id differ", () => {
    const ref = { tenant: "tn_1", kind: "execution", id: "m_1" } as const;
    for (const other of [{ tenant: "tn_10" }, { kind: "directive" }, { id: "m_10" }] as const)
      expect(isAbout({ source: "/t/tn_1/execution/m_1" }, { ...ref, ...other })).toBe(false);
  });
});

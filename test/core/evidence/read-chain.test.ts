import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { chainOf } from "#core/evidence/pack.ts";
import { chainBreak, readChain } from "#core/evidence/read-chain.ts";
import { readLines } from "#core/evidence/read-lines.ts";
import { sealedSignalSchema } from "#core/evidence/sealed-signal.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { NO_HEAD, planAppend } from "#core/kernel/ledger/append.ts";
import { SIGNAL_FORMAT, sealedForm, sealSignal } from "#core/kernel/ledger/chain.ts";
import { type Signal, SYSTEM } from "#core/kernel/ledger/signal.ts";

const { signals: LOG } = planAppend({
  ref: { tenant: "tn_1", kind: "execution", id: "m_1" },
  head: NO_HEAD,
  drafts: [1, 2, 3].map((n) => ({ type: "gantry.test.said", data: { n }, actor: SYSTEM })),
  correlation: "m_1",
  time: "2026-11-21T00:00:00.000Z",
  ids: ["s_1", "s_2", "s_3"],
  salt: () => "",
});
const bytesOf = (lines: readonly object[]) =>
  new TextEncoder().encode(lines.map((line) => `${canonicalJson(line)}\n`).join(""));
const read = (lines: readonly object[], sealed = chainOf(LOG)) =>
  readChain("events.jsonl", bytesOf(lines), sealed, SIGNAL_FORMAT);
const resealed = (index: number, change: object) =>
  LOG.with(index, sealSignal({ ...(LOG[index] as Signal), ...change } as Signal));

describe("the chain of a log", () => {
  it("is read as it was sealed", () => {
    expect(read(LOG)).toEqual(LOG);
  });

  it.each(["size", "root", "head"] as const)(
    "is refused when its %s alone is not the sealed one",
    (member) => {
      const other = { size: 4, root: "0".repeat(64), head: "1".repeat(64) };
      expect(() => read(LOG, { ...chainOf(LOG), [member]: other[member] })).toThrow(
        expect.objectContaining({ code: "TREE_DIFFERS" }),
      );
    },
  );

  it.each<[string, string, readonly object[]]>([
    ["CHAIN_BROKEN", "events.jsonl breaks at sequence 2: sequence.", LOG.toSpliced(1, 1)],
    ["CHAIN_BROKEN", "events.jsonl breaks at sequence 3: prevhash.", resealed(1, { id: "s_9" })],
    [
      "FORMATS_MIXED",
      "events.jsonl has signals of several versions of semantics; the seal states gantry.signal.v2.",
      resealed(2, { semantics: 2 }),
    ],
  ])("is refused as %s: %s", (code, message, lines) => {
    expect(() => read(lines)).toThrow(expect.objectContaining({ code, message }));
  });

  it("is refused at the first line of another format", () => {
    const { authtype: _, semantics: __, hash: ___, ...rest } = LOG[1] as Signal;
    const old = sealSignal({ ...rest, source: "/t/tn_1/X/m_1", sequence: 2 } as never);
    const message = "events.jsonl has another format in line 2; the seal states gantry.signal.v2.";
    expect(() => read(LOG.with(1, old))).toThrow(expect.objectContaining({ code: "FORMATS_MIXED", message }));
  });

  it("is of the first format where the seal states none", () => {
    expect(() => readChain("events.jsonl", bytesOf(LOG), chainOf(LOG))).toThrow(
      expect.objectContaining({ code: "FORMATS_MIXED" }),
    );
  });
});

describe("what is said of a changed log", () => {
  it.each<[string, Uint8Array]>([
    ["its chain breaks at sequence 2 (sequence)", bytesOf(LOG.toSpliced(1, 1))],
    ["its chain is unbroken, so it was truncated or rebuilt", bytesOf(LOG.slice(0, 2))],
    ["events.jsonl does not end with a line feed", bytesOf(LOG).subarray(0, -1)],
  ])("is: %s", (words, bytes) => {
    expect(chainBreak("events.jsonl", bytes)).toBe(words);
  });
});

describe("the lines of a file", () => {
  const lines = (text: string) =>
    readLines("a.jsonl", new TextEncoder().encode(text), z.strictObject({ a: z.number() }), "line of a test");

  it("are its canonical JSON", () => {
    expect(lines('{"a":1}\n{"a":2}\n')).toEqual([{ a: 1 }, { a: 2 }]);
    expect(lines("")).toEqual([]);
  });

  it.each([
    ["spaces", '{"a": 1}\n'],
    ["another spelling of a number", '{"a":1.0}\n'],
    ["a byte order mark", '\ufeff{"a":1}\n'],
    ["a member that it does not have", '{"a":1,"b":2}\n'],
    ["no JSON", "a\n"],
    ["nothing", "\n"],
  ])("are refused with %s, by their number", (_, text) => {
    const message = "line 2 of a.jsonl is not a canonical line of a test.";
    expect(() => lines(`{"a":1}\n${text}`)).toThrow(
      expect.objectContaining({ code: "LINE_UNREADABLE", message }),
    );
  });

  it("are refused without a line feed at the end", () => {
    expect(() => lines('{"a":1}')).toThrow(expect.objectContaining({ code: "LINE_UNREADABLE" }));
  });
});

describe("a line of a log", () => {
  const [signal] = planAppend({
    ref: { tenant: "tn_1", kind: "execution", id: "m_1" },
    head: NO_HEAD,
    drafts: [{ type: "gantry.test.typed", data: {}, actor: SYSTEM }],
    correlation: "m_1",
    time: "2026-11-21T00:00:00.000Z",
    ids: ["s_1"],
    withholdable: new Set(["gantry.test.typed"]),
    salt: () => "5".repeat(64),
  }).signals as [Signal];
  const reads = (line: object) => sealedSignalSchema.safeParse(line).success;

  it("has the data of its signal, or the digest that stands for it", () => {
    expect([reads(LOG[0] as Signal), reads(sealedForm(signal))]).toEqual([true, true]);
  });

  it.each<[string, object]>([
    ["data and digest", signal],
    ["a salt beside its data", { ...LOG[0], datasalt: "5".repeat(64) }],
    ["a digest beside its data", { ...LOG[0], datadigest: "5".repeat(64) }],
    ["a salt beside its digest", { ...sealedForm(signal), datasalt: "5".repeat(64) }],
    ["a digest that is none", { ...sealedForm(signal), datadigest: "5" }],
    ["neither data nor digest", { ...LOG[0], data: undefined }],
  ])("cannot have %s", (_, line) => {
    expect(reads(line)).toBe(false);
  });
});

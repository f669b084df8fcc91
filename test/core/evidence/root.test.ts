import { describe, expect, it } from "@jest/globals";
import { merkleRoot } from "#core/evidence/merkle.ts";
import { allSignals, chainRoot } from "#core/evidence/root.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { Ledger } from "#core/kernel/ledger/ledger.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

const REF = { tenant: "tn_1", kind: "execution", id: "m_1" } as const;
const logOf = (length: number) =>
  Array.from({ length }, (_, index) => ({ sequence: index + 1 })) as unknown as Signal[];

describe("the whole log of an aggregate", () => {
  it.each([0, 1, 499, 500, 501, 1234])("is read page by page: %d signals", async (length) => {
    const log = logOf(length);
    const asked: unknown[] = [];
    const ledger = {
      signals: async (ref: unknown, after: number, limit: number) => {
        asked.push(ref);
        return log.slice(after, after + limit);
      },
    } as unknown as Ledger;
    expect(await allSignals(ledger, REF)).toEqual(log);
    expect(asked).toEqual(Array.from({ length: Math.floor(length / 500) + 1 }, () => REF));
  });
});

describe("the root of a chain", () => {
  it("is the tree over its canonical lines, with their number", () => {
    const log = logOf(3);
    const root = merkleRoot(log.map((signal) => canonicalJson(signal)));
    expect(chainRoot(log)).toEqual({ size: 3, root });
  });
});

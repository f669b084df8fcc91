import { describe, expect, it } from "@jest/globals";
import { NO_HEAD, planAppend } from "#core/ledger/append.ts";
import { chainFault, type Signal, SYSTEM, sealSignal, signalSchema } from "#core/ledger/signal.ts";
import { fc } from "#test/support/property.ts";

function chain(length: number, id = "m_1"): Signal[] {
  return [
    ...planAppend({
      ref: { tenant: "tn_1", kind: "X", id },
      head: NO_HEAD,
      drafts: Array.from({ length }, (_, index) => ({
        type: "gantry.test.said",
        data: { index, words: ["a", { b: index }] },
        actor: SYSTEM,
      })),
      correlation: id,
      time: "2026-11-21T00:00:00.000Z",
      ids: Array.from({ length }, (_, index) => `s_${index}`),
    }).signals,
  ];
}

const LENGTH = 6;
const place = fc.nat({ max: LENGTH - 1 });

describe("a chain of signals", () => {
  it("is whole as it was made, and every signal fits the schema", () => {
    expect(chainFault(chain(LENGTH))).toBeUndefined();
    for (const signal of chain(LENGTH)) expect(signalSchema.parse(signal)).toEqual(signal);
  });

  it("says where a signal was edited, whichever attribute it was", () => {
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

  it("breaks where an edited signal was hashed anew", () => {
    fc.assert(
      fc.property(fc.nat({ max: LENGTH - 2 }), (index) => {
        const signals = chain(LENGTH);
        const { hash: _, ...rest } = signals[index] as Signal;
        signals[index] = sealSignal({ ...rest, data: { forged: true } });
        expect(chainFault(signals)).toEqual({ sequence: index + 2, reason: "prevhash" });
      }),
    );
  });

  it("breaks where a signal was deleted, inserted or moved", () => {
    fc.assert(
      fc.property(fc.nat({ max: LENGTH - 2 }), (index) => {
        const deleted = chain(LENGTH).toSpliced(index, 1);
        expect(chainFault(deleted)?.sequence).toBe(index + 1);
        const inserted = chain(LENGTH).toSpliced(index, 0, chain(LENGTH, "m_2")[index] as Signal);
        expect(chainFault(inserted)).toBeDefined();
        const [a, b] = chain(LENGTH).slice(index, index + 2) as [Signal, Signal];
        const moved = chain(LENGTH).toSpliced(index, 2, b, a);
        expect(chainFault(moved)?.sequence).toBe(index + 1);
      }),
    );
  });

  it("breaks where a deletion was renumbered", () => {
    const signals = chain(LENGTH).toSpliced(2, 1);
    const renumbered = signals.map((signal, index) => {
      const { hash: _, ...rest } = signal;
      return index < 2 ? signal : sealSignal({ ...rest, sequence: index + 1 });
    });
    expect(chainFault(renumbered)).toEqual({ sequence: 3, reason: "prevhash" });
  });

  it("takes no signal of another aggregate or tenant", () => {
    const [first] = chain(1) as [Signal];
    const next = (over: Partial<Signal>) =>
      sealSignal({ ...first, sequence: 2, prevhash: first.hash, ...over } as Signal);
    expect(chainFault([first, next({})])).toBeUndefined();
    expect(chainFault([first, next({ source: "/t/tn_1/X/m_2" })])?.reason).toBe("place");
    expect(chainFault([first, next({ tenantid: "tn_10" })])?.reason).toBe("place");
  });
});

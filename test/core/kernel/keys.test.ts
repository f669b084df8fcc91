import { describe, expect, it } from "@jest/globals";
import * as keys from "#core/kernel/keys.ts";
import { belongsTo } from "#test/support/belongs-to.ts";
import { fc, runs } from "#test/support/property.ts";

const id = fc.stringMatching(/^[0-9a-z][0-9a-z_.-]{0,63}$/);
const bad = fc.oneof(
  fc.constantFrom(
    "",
    "#",
    "a#b",
    "A",
    "tn_1#execution#m",
    "T#tn_1",
    "é",
    "a b",
    "a\u0000",
    "-",
    "a/b",
    "ﬀ",
    "İ",
    "ａ",
  ),
  id.map((text) => `${text}#`),
  id.map((text) => `#${text}`),
  id.map((text) => `${text}X`),
  id.map((text) => text.padEnd(65, "0")),
);

type Made = { pk: string; sk?: string };
type Maker = (tenant: string, a: string, b: string) => Made;
const ref = (tenant: string, id: string): keys.AggregateRef => ({ tenant, kind: "execution", id });

/**
 * Every function that makes a partition key, called with a tenant and two ids. A function that is added to the key
 * module and not to one of these tables fails the test below.
 */
const OF_TENANT: Record<string, Maker> = {
  aggregatePk: (tenant, a) => ({ pk: keys.aggregatePk(ref(tenant, a)) }),
  metaKey: (tenant, a) => keys.metaKey(ref(tenant, a)),
  eventKey: (tenant, a) => keys.eventKey(ref(tenant, a), 7),
  stepKey: (tenant, a, b) => keys.stepKey(ref(tenant, a), b, 1),
  gateKey: (tenant, a, b) => keys.gateKey(ref(tenant, a), b),
  releaseKey: (tenant, a) => keys.releaseKey(ref(tenant, a), 1),
  pendingKey: (tenant, a) => keys.pendingKey(ref(tenant, a)),
  usageKey: (tenant, a) => keys.usageKey(tenant, a),
  reservationKey: (tenant, a, b) => keys.reservationKey(tenant, a, "2026-11-23T00:00:00.000Z", b),
  quotaKey: (tenant, a) => keys.quotaKey(tenant, a),
  deviceKey: (tenant, a) => keys.deviceKey(tenant, a),
  ownSessionKey: (tenant, a, b) => keys.ownSessionKey(tenant, a, b),
  ownSessionPrefix: (tenant, a) => {
    const { pk, prefix } = keys.ownSessionPrefix(tenant, a);
    return { pk, sk: prefix };
  },
  dedupeKey: (tenant, a) => keys.dedupeKey(tenant, a),
  connectionPk: (tenant, a) => ({ pk: keys.connectionPk(tenant, a) }),
  connectionKey: (tenant, a) => keys.connectionKey(tenant, a, "AbC123="),
  listPk: (tenant, a, b) => ({ pk: keys.listPk(tenant, a, b) }),
  timelinePk: (tenant, a) => ({ pk: keys.timelinePk(tenant, a) }),
  feedPk: (tenant, a, b) => ({ pk: keys.feedPk(tenant, a, b) }),
};
const GLOBAL: Record<string, (a: string) => Made> = {
  lookupKey: keys.lookupKey,
};
const OTHERS = ["amendmentSk", "eventSk", "sequenceText", "listSk", "timelineSk"];

describe("the key module", () => {
  it("has no function without a test", () => {
    const functions = Object.entries(keys).flatMap(([name, value]) =>
      typeof value === "function" ? [name] : [],
    );
    expect(functions.sort()).toEqual([...Object.keys(OF_TENANT), ...Object.keys(GLOBAL), ...OTHERS].sort());
  });

  describe.each(Object.entries(OF_TENANT))("%s", (_, make) => {
    it("stays inside its tenant for any tenant id", () => {
      fc.assert(
        fc.property(id, id, id, id, (tenant, other, a, b) => {
          const { pk } = make(tenant, a, b);
          expect(belongsTo(tenant, pk)).toBe(true);
          if (other !== tenant) expect(belongsTo(other, pk)).toBe(false);
        }),
        { numRuns: runs(50) },
      );
    });

    it("keeps tn_1 and tn_10 apart", () => {
      expect(belongsTo("tn_1", make("tn_10", "a", "b").pk)).toBe(false);
      expect(belongsTo("tn_10", make("tn_1", "0", "b").pk)).toBe(false);
      expect(belongsTo("tn_1", make("tn_1.x", "a", "b").pk)).toBe(false);
    });

    it("returns different keys for different arguments", () => {
      fc.assert(
        fc.property(id, id, id, id, id, (tenant, a, b, c, d) => {
          const key = ({ pk, sk = "" }: Made) => `${pk}\n${sk}`;
          const same = key(make(tenant, a, b)) === key(make(tenant, c, d));
          if (make.length === 3 && (a !== c || b !== d)) expect(same).toBe(false);
          if (make.length === 2 && a !== c) expect(same).toBe(false);
        }),
        { numRuns: runs(50) },
      );
    });

    it("accepts only ids", () => {
      fc.assert(
        fc.property(bad, id, id, (wrong, a, b) => {
          expect(() => make(wrong, a, b)).toThrow(RangeError);
          if (make.length >= 2) expect(() => make("tn_1", wrong, b)).toThrow(RangeError);
          if (make.length >= 3) expect(() => make("tn_1", a, wrong)).toThrow(RangeError);
        }),
        { numRuns: runs(50) },
      );
    });
  });

  it.each(Object.entries(GLOBAL))("%s is outside every tenant", (_, make) => {
    fc.assert(
      fc.property(id, id, bad, (tenant, a, wrong) => {
        expect(make(a).pk.startsWith("G#")).toBe(true);
        expect(belongsTo(tenant, make(a).pk)).toBe(false);
        expect(() => make(wrong)).toThrow(RangeError);
      }),
    );
  });

  it("sorts events by number", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => expect(keys.eventSk(a) < keys.eventSk(b)).toBe(a < b)),
    );
    expect(() => keys.eventSk(-1)).toThrow(RangeError);
    expect(() => keys.eventSk(1e12)).toThrow(RangeError);
    expect(() => keys.eventSk(1.5)).toThrow(RangeError);
  });

  it("accepts only ids in the sort keys of lists", () => {
    expect(() => keys.listSk("2026", "a#b")).toThrow(RangeError);
  });

  it("gives the keys that are in the table for ever", () => {
    const one: keys.AggregateRef = { tenant: "tn_1", kind: "topic", id: "f_1" };
    const pk = "T#tn_1#topic#f_1";
    expect(keys.metaKey(one)).toEqual({ pk, sk: "META" });
    expect(keys.eventKey(one, 7)).toEqual({ pk, sk: "E#000000000007" });
    expect(keys.stepKey(one, "plan", 3)).toEqual({ pk, sk: "STEP#plan#003" });
    expect(keys.gateKey(one, "build.confirm")).toEqual({ pk, sk: "GATE#build.confirm" });
    expect(keys.amendmentSk(7, 2)).toBe("A#000000000007#002");
    expect(keys.quotaKey("tn_1", "missions")).toEqual({ pk: "T#tn_1", sk: "QUOTA#missions" });
    expect(keys.dedupeKey("tn_1", "abc")).toEqual({ pk: "T#tn_1#D#abc", sk: "D" });
    expect(keys.connectionKey("tn_1", "m_1", "AbC=")).toEqual({ pk: "T#tn_1#N#m_1", sk: "CONN#AbC=" });
    expect(keys.lookupKey("abc")).toEqual({ pk: "G#KEY#abc", sk: "K" });
    expect(keys.listPk("tn_1", "mission", "open")).toBe("T#tn_1#L#mission#open#0");
    expect(keys.listPk("tn_1", "mission", "open", 3)).toBe("T#tn_1#L#mission#open#3");
    expect(keys.listSk("2026", "m_1")).toBe("2026#m_1");
    expect(keys.timelinePk("tn_1", "c_1")).toBe("T#tn_1#K#c_1");
    expect(keys.timelineSk("2026", one, 7)).toBe("2026#topic#f_1#000000000007");
    expect(keys.feedPk("tn_1", "mission", "20261121")).toBe("T#tn_1#Y#mission#20261121#0");
    expect(keys.feedPk("tn_1", "mission", "20261121", 2)).toBe("T#tn_1#Y#mission#20261121#2");
  });

  it("has numbers up to what their digits hold, and says which do not fit", () => {
    expect(keys.sequenceText(keys.MAX_SEQUENCE)).toBe("999999999999");
    expect(keys.sequenceText(0)).toBe("000000000000");
    expect(() => keys.sequenceText(keys.MAX_SEQUENCE + 1)).toThrow("1000000000000 does not fit 12 digits");
    expect(() => keys.amendmentSk(1, 1000)).toThrow("1000 does not fit 3 digits");
    expect(() => keys.metaKey(ref("tn_1", "X".repeat(100)))).toThrow(`'${"X".repeat(80)}' is not an id`);
  });

  it("names every kind of aggregate with a word", () => {
    expect(keys.AGGREGATE_KINDS.map((kind) => keys.aggregatePk({ tenant: "tn_1", kind, id: "x" }))).toEqual(
      [
        "execution",
        "conversation",
        "chat",
        "project",
        "installation",
        "directive",
        "topic",
        "binding",
        "definition",
      ].map((word) => `T#tn_1#${word}#x`),
    );
  });
});

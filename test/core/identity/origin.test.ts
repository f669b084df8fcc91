import { describe, expect, it } from "@jest/globals";
import { comesFromEdge, type OriginKeys, withCurrentKey } from "#core/identity/origin.ts";
import { fc } from "#test/support/property.ts";

const DAY = 24 * 3_600_000;
const key = (name: string) => ({ name, value: `value of ${name}` });
const first = withCurrentKey(undefined, key("1"), 0);

describe("the keys that authenticate the edge", () => {
  it("start as a single key", () => {
    expect(first).toEqual({ current: key("1") });
    expect(comesFromEdge(first, "value of 1", 0)).toBe(true);
    expect(comesFromEdge(first, "value of 2", 0)).toBe(false);
  });

  it("stay the same while the key's name does, whatever value is offered", () => {
    expect(withCurrentKey(first, { name: "1", value: "another" }, DAY)).toBe(first);
  });

  it("are two for a day after a change, and then one", () => {
    const both = withCurrentKey(first, key("2"), 1000);
    for (const now of [1000, 1000 + DAY - 1])
      expect(["1", "2", "3"].map((name) => comesFromEdge(both, `value of ${name}`, now))).toEqual([
        true,
        true,
        false,
      ]);
    expect(comesFromEdge(both, "value of 1", 1000 + DAY)).toBe(false);
    expect(comesFromEdge(both, "value of 2", 1000 + DAY)).toBe(true);
  });

  it("are the previous ones after a change is reverted, and the reverted key stays valid", () => {
    const both = withCurrentKey(first, key("2"), 0);
    const back = withCurrentKey(both, { name: "1", value: "fresh" }, 10);
    expect(back).toMatchObject({ current: key("1"), previous: key("2") });
  });

  it("are never more than two, of which the last is always valid, and no other value is", () => {
    const names = fc.array(fc.constantFrom("1", "2", "3", "4"), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(names, fc.string(), fc.nat({ max: 3 * DAY }), (list, other, later) => {
        let keys: OriginKeys | undefined;
        list.forEach((name, at) => {
          keys = withCurrentKey(keys, { name, value: `${name}#${at}` }, at);
        });
        if (keys === undefined) throw new Error("no keys");
        expect(comesFromEdge(keys, keys.current.value, later)).toBe(true);
        const live = [keys.current.value, keys.previous?.value];
        if (!live.includes(other)) expect(comesFromEdge(keys, other, later)).toBe(false);
      }),
    );
  });
});

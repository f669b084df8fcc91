import { describe, expect, it } from "@jest/globals";
import { ORIGIN_HEADER, withCurrentKey } from "#core/identity/origin.ts";
import { edgeCheck } from "#lambdas/runtime/origin.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const first = withCurrentKey(undefined, { name: "1", value: "one" }, 0);
const both = withCurrentKey(first, { name: "2", value: "two" }, 0);

/** A check over a secret and a clock that can be set, which counts how often the secret is read. */
function world(stored: object | null = first) {
  const now = { stored, time: 0, reads: 0 };
  const check = edgeCheck(() => ({
    clock: { now: () => now.time },
    secrets: {
      get: async () => {
        now.reads++;
        return now.stored ? JSON.stringify(now.stored) : undefined;
      },
    },
  }));
  return { now, from: (value?: string) => check(value === undefined ? {} : { [ORIGIN_HEADER]: value }) };
}

describe("an authorizer's check of the edge", () => {
  it("accepts requests with the key, in any case of the header, and no others", async () => {
    const { from } = world();
    expect([await from("one"), await from("two"), await from(""), await from()]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const spelled = edgeCheck(() => ({
      clock: { now: () => 0 },
      secrets: { get: async () => JSON.stringify(first) },
    }));
    expect(await spelled({ "X-Gantry-Origin": "one" })).toBe(true);
  });

  it("accepts nothing while there is no key", async () => {
    const { now, from } = world(null);
    expect(await from("one")).toBe(false);
    Object.assign(now, { time: 2_000, stored: first });
    expect(await from("one")).toBe(true);
  });

  it("reads the key once for many requests, and never for one without the header", async () => {
    const { now, from } = world();
    for (let request = 0; request < 20; request++) await from("one");
    await from();
    expect(now.reads).toBe(1);
  });

  it("accepts a new key at once, and the previous one for a day", async () => {
    const { now, from } = world();
    await from("one");
    Object.assign(now, { time: 2_000, stored: both });
    expect(await from("two")).toBe(true);
    expect(await from("one")).toBe(true);
    now.time = 25 * HOUR;
    expect(await from("one")).toBe(false);
    expect(await from("two")).toBe(true);
  });

  it("rejects a removed key within minutes, even when every request uses it", async () => {
    const { now, from } = world();
    await from("one");
    now.stored = { current: { name: "3", value: "three" } };
    now.time = 6 * MINUTE;
    expect(await from("one")).toBe(false);
  });

  it("reads at most once a second for unknown keys", async () => {
    const { now, from } = world();
    for (let at = 0; at < 3000; at += 10) {
      now.time = at;
      expect(await from("guess")).toBe(false);
    }
    expect(now.reads).toBe(3);
  });
});

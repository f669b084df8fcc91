import { describe, expect, it } from "@jest/globals";
import { inTurn } from "#core/kernel/in-turn.ts";

/** A piece of work that ends when it is told. */
function work(log: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return {
    end: () => resolve(name),
    fail: () => reject(new Error(`${name} failed`)),
    run: async () => {
      log.push(`${name} begins`);
      return promise.finally(() => log.push(`${name} ends`));
    },
  };
}

describe("changes of one thing", () => {
  it("are made one after the other, in the order in which they were asked for", async () => {
    const log: string[] = [];
    const [a, b] = [work(log, "a"), work(log, "b")];
    const done = [inTurn("order", 2, a.run), inTurn("order", 2, b.run)];
    b.end();
    a.end();
    expect(await Promise.all(done)).toEqual(["a", "b"]);
    expect(log).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("go on after one that failed, whose error is its own caller's", async () => {
    const log: string[] = [];
    const [a, b] = [work(log, "a"), work(log, "b")];
    const done = [inTurn("failing", 2, a.run), inTurn("failing", 2, b.run)];
    a.fail();
    b.end();
    await expect(done[0]).rejects.toThrow("a failed");
    expect(await done[1]).toBe("b");
  });

  it("are refused while as many as may have not ended, and taken again after one has", async () => {
    const log: string[] = [];
    const all = ["a", "b", "c", "d"].map((name) => work(log, name));
    const ask = (at: number) => inTurn("most", 2, (all[at] as (typeof all)[number]).run);
    const [first, second] = [ask(0), ask(1)];
    expect(ask(2)).toBeUndefined();
    all[0]?.end();
    await first;
    const fourth = ask(3);
    expect(ask(2)).toBeUndefined();
    all[1]?.end();
    all[3]?.end();
    expect(await Promise.all([second, fourth])).toEqual(["b", "d"]);
    expect(log).not.toContain("c begins");
  });

  it("may be as many again once the line was empty", async () => {
    const ended = async () => "ended";
    for (let round = 0; round < 3; round++) {
      expect(await inTurn("again", 1, ended)).toBe("ended");
    }
  });

  it("do not wait for those of another thing", async () => {
    const log: string[] = [];
    const [a, b] = [work(log, "a"), work(log, "b")];
    const waiting = inTurn("one", 1, a.run);
    b.end();
    expect(await inTurn("other", 1, b.run)).toBe("b");
    a.end();
    await waiting;
  });
});

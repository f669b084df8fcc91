import { describe, expect, it } from "@jest/globals";
import { GantryError } from "#core/kernel/errors.ts";
import { type KeyedRequest, once } from "#core/kernel/idempotency.ts";
import { machineOf } from "#test/support/callers.ts";
import { Crash, crashing, noPause, scheduled } from "#test/support/memory-pause.ts";
import { memoryWorld, OWNER, STRANGER } from "#test/support/memory-world.ts";
import { fc, runs } from "#test/support/property.ts";

const REQUEST: KeyedRequest = { caller: OWNER, route: "voice", key: "key-1", body: '{"message":"a"}' };

function effect() {
  let count = 0;
  return {
    count: () => count,
    run: async () => {
      count += 1;
      return { status: 200, body: { number: count } };
    },
  };
}

describe("a request under an idempotency key", () => {
  it("has one effect and always the first reply", async () => {
    const world = memoryWorld();
    const { run, count } = effect();
    const first = await once(world, REQUEST, run);
    expect(first).toEqual({ status: 200, body: { number: 1 }, replayed: false });
    expect(await once(world, REQUEST, run)).toEqual({ ...first, replayed: true });
    expect(count()).toBe(1);
  });

  it.each<[string, Partial<KeyedRequest>]>([
    ["tenant", { caller: STRANGER }],
    ["person", { caller: { ...OWNER, principal: "other" } }],
    ["kind of caller", { caller: machineOf({ principal: OWNER.principal }) }],
    ["route", { route: "consult" }],
    ["key", { key: "key-2" }],
  ])("is a different request with another %s", async (_, other) => {
    const world = memoryWorld();
    const { run, count } = effect();
    await once(world, REQUEST, run);
    expect((await once(world, { ...REQUEST, ...other }, run)).replayed).toBe(false);
    expect(count()).toBe(2);
  });

  it("is kept for a day, under ids that are as long as all others", async () => {
    const world = memoryWorld();
    const seconds = world.clock.now() / 1000;
    const ttls = () => world.store.items().map(({ ttl }) => ttl);
    await once(world, REQUEST, async (ids) => {
      expect(ids.make("m")).toMatch(/^m_[0-9a-z]{25}$/);
      expect(ttls()).toEqual([seconds + 86_400]);
      world.clock.advance(1000);
      return { status: 200, body: {} };
    });
    expect(ttls()).toEqual([seconds + 86_401]);
  });

  it("that is still processed says when to try again", async () => {
    const world = memoryWorld();
    const { run } = effect();
    await once(world, REQUEST, async () => {
      await expect(once(world, REQUEST, run)).rejects.toMatchObject({
        code: "RequestInProgress",
        field: "Idempotency-Key",
        detail: { retry_after_seconds: 1 },
      });
      return run();
    });
  });

  it("is taken over by one of two that find its lease over at the same time", async () => {
    const world = memoryWorld();
    const { run, count } = effect();
    world.pauseWith(crashing(1));
    await expect(once(world, REQUEST, run)).rejects.toThrow(Crash);
    world.pauseWith(noPause);
    world.clock.advance(60_000);
    await expect(once(world, REQUEST, run)).rejects.toMatchObject({ code: "RequestInProgress" });
    world.clock.advance(1);
    const both = await Promise.allSettled([once(world, REQUEST, run), once(world, REQUEST, run)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "RequestInProgress" },
    });
    expect(count()).toBe(1);
  });

  it("fails with the table's own error", async () => {
    const world = memoryWorld();
    const store = { ...world.store, transact: () => Promise.reject(new Error("no table")) };
    const { run, count } = effect();
    await expect(once({ ...world, store }, REQUEST, run)).rejects.toThrow("no table");
    expect(count()).toBe(0);
  });

  it("is refused with another body, even while the first is in progress", async () => {
    const world = memoryWorld();
    const { run, count } = effect();
    const other = { ...REQUEST, body: "{}" };
    await once(world, REQUEST, async () => {
      await expect(once(world, other, run)).rejects.toMatchObject({ code: "IdempotencyMismatch" });
      await expect(once(world, REQUEST, run)).rejects.toMatchObject({ code: "RequestInProgress" });
      return run();
    });
    await expect(once(world, other, run)).rejects.toMatchObject({
      code: "IdempotencyMismatch",
      field: "Idempotency-Key",
    });
    expect(count()).toBe(1);
  });

  it("can be repeated after a refusal, even with another body", async () => {
    const world = memoryWorld();
    const refuse = async () => {
      throw new GantryError("InvalidInput", "no");
    };
    await expect(once(world, REQUEST, refuse)).rejects.toMatchObject({ code: "InvalidInput" });
    expect(await once(world, { ...REQUEST, body: "corrected" }, effect().run)).toMatchObject({ status: 200 });
  });

  it.each([
    ["a failure that may pass", new GantryError("ModelUnavailable", "later")],
    ["a failure of ours", new GantryError("NoSandbox", "no")],
    ["too many requests", new GantryError("TooManyRequests", "slowly")],
    ["a bug", new TypeError("undefined")],
  ])("can be repeated at once after %s, with the same body and the same ids", async (_, error) => {
    const world = memoryWorld();
    const made: string[] = [];
    const failing = async (ids: { make(prefix: string): string }) => {
      made.push(ids.make("m"));
      throw error;
    };
    await expect(once(world, REQUEST, failing)).rejects.toBe(error);
    await expect(once(world, { ...REQUEST, body: "{}" }, effect().run)).rejects.toMatchObject({
      code: "IdempotencyMismatch",
    });
    await expect(once(world, REQUEST, failing)).rejects.toBe(error);
    expect(made[1]).toBe(made[0]);
    expect(await once(world, REQUEST, effect().run)).toMatchObject({ status: 200, replayed: false });
    expect(await once(world, REQUEST, failing)).toMatchObject({ replayed: true });
  });

  it.each<[string, (() => never) | undefined]>([
    ["answers", undefined],
    [
      "is refused",
      () => {
        throw new GantryError("InvalidInput", "no");
      },
    ],
    [
      "fails",
      () => {
        throw new Error("late");
      },
    ],
  ])("belongs to the process that took it over, even when the first one %s late", async (_, fail) => {
    const world = memoryWorld();
    const { run, count } = effect();
    const late = await once(world, REQUEST, async () => {
      world.clock.advance(61_000);
      const next = await once(world, REQUEST, async () => {
        const before = world.store.items();
        await once(world, REQUEST, run).catch((error) =>
          expect(error).toMatchObject({ code: "RequestInProgress" }),
        );
        expect(world.store.items()).toEqual(before);
        return { status: 201, body: "second" };
      });
      expect(next).toMatchObject({ status: 201, replayed: false });
      return fail ? fail() : { status: 200, body: "first" };
    }).catch(() => undefined);
    expect(late?.status).toBe(fail ? undefined : 200);
    expect(await once(world, REQUEST, run)).toEqual({ status: 201, body: "second", replayed: true });
    expect(count()).toBe(0);
  });

  it("remains in progress for the process that took it over when the first one fails late", async () => {
    const world = memoryWorld();
    const { run, count } = effect();
    let end = () => {};
    const second = new Promise<void>((resolve) => {
      end = resolve;
    });
    let next: Promise<unknown> = Promise.resolve();
    await once(world, REQUEST, async () => {
      world.clock.advance(61_000);
      await new Promise<void>((begun) => {
        next = once(world, REQUEST, async () => {
          begun();
          await second;
          return { status: 201, body: "second" };
        });
      });
      throw new GantryError("InvalidInput", "no");
    }).catch(() => undefined);
    await expect(once(world, REQUEST, run)).rejects.toMatchObject({ code: "RequestInProgress" });
    end();
    expect(await next).toMatchObject({ status: 201 });
    expect(count()).toBe(0);
  });

  it("is taken over after its process died, but not before the lease expires", async () => {
    const world = memoryWorld();
    const { run } = effect();
    world.pauseWith(crashing(2));
    await expect(once(world, REQUEST, run)).rejects.toThrow(Crash);
    world.pauseWith(noPause);
    world.clock.advance(59_000);
    await expect(once(world, REQUEST, run)).rejects.toMatchObject({ code: "RequestInProgress" });
    world.clock.advance(2_000);
    expect(await once(world, REQUEST, run)).toMatchObject({ status: 200, replayed: false });
  });

  it("creates the same ids when it is taken over, and other ids for another request", async () => {
    const world = memoryWorld();
    const made: string[] = [];
    const run = async (ids: { make(prefix: string): string }) => {
      made.push(ids.make("m"));
      return { status: 200, body: {} };
    };
    world.pauseWith(crashing(2));
    await expect(once(world, REQUEST, run)).rejects.toThrow(Crash);
    world.pauseWith(noPause);
    world.clock.advance(61_000);
    await once(world, REQUEST, run);
    await once(world, { ...REQUEST, key: "key-2" }, run);
    expect(made[1]).toBe(made[0]);
    expect(made[2]).not.toBe(made[0]);
  });

  it("has no second effect when only storing its reply failed", async () => {
    const world = memoryWorld();
    const { run, count } = effect();
    const dying = { ...world, store: { ...world.store, transact: failingOn(2, world.store.transact) } };
    await expect(once(dying, REQUEST, run)).rejects.toThrow("throttled");
    await expect(once(world, REQUEST, run)).rejects.toMatchObject({ code: "RequestInProgress" });
    expect(count()).toBe(1);
  });

  it("that is sent many times at once has one effect", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = memoryWorld();
        const { run, count } = effect();
        world.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const all = Promise.allSettled([1, 2, 3].map(() => once(world, REQUEST, run)));
        await scheduler.waitFor(all);
        expect(count()).toBe(1);
        for (const result of await all)
          if (result.status === "fulfilled") expect(result.value.body).toEqual({ number: 1 });
          else expect(result.reason.code).toBe("RequestInProgress");
      }),
      { numRuns: runs(100) },
    );
  });

  it.each(["", "a b", "ä", "\n", "a".repeat(129)])(
    "cannot have the key %j, which is not visible ASCII",
    async (key) => {
      const world = memoryWorld();
      await expect(once(world, { ...REQUEST, key }, effect().run)).rejects.toMatchObject({
        code: "InvalidInput",
        field: "Idempotency-Key",
      });
      expect(world.store.items()).toEqual([]);
    },
  );
});

function failingOn<A extends unknown[], R>(number: number, act: (...args: A) => Promise<R>) {
  let calls = 0;
  return async (...args: A): Promise<R> => {
    if (++calls === number) throw new Error("throttled");
    return act(...args);
  };
}

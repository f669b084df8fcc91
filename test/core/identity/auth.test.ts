import { describe, expect, it, jest } from "@jest/globals";
import { take, takeRacing, takeToken } from "#core/identity/bucket.ts";
import { logIn, logOut, readSession, SESSION_SECONDS } from "#core/identity/session.ts";
import { issueTicket, spendTicket } from "#core/identity/ticket.ts";
import type { Item } from "#core/kernel/ledger/store.ts";
import { scheduled } from "#test/support/memory-pause.ts";
import { memoryWorld, OWNER, PASSWORD, STRANGER } from "#test/support/memory-world.ts";
import { fc } from "#test/support/property.ts";
import { createMission } from "#test/support/samples.ts";

const LOGIN = { user: "owner", password: PASSWORD, address: "203.0.113.9" };

describe("a token bucket", () => {
  const size = { burst: 5, per_minute: 30 };

  it("never grants more tokens than its burst and the tokens added since", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 10_000 }), { maxLength: 100 }), (pauses) => {
        let now = 0;
        let taken = 0;
        let bucket: Parameters<typeof take>[0] = null;
        for (const pause of pauses) {
          now += pause;
          const result = take(bucket, now, size);
          if ("wait_seconds" in result) expect(result.wait_seconds).toBeGreaterThan(0);
          else {
            taken += 1;
            bucket = result.bucket;
          }
          expect(taken).toBeLessThanOrEqual(size.burst + (now / 60_000) * size.per_minute + 1e-6);
        }
      }),
    );
  });

  it("has a token exactly after the wait that it returned", () => {
    const empty = { tokens: 0, at: 0 };
    expect(take(empty, 0, size)).toEqual({ wait_seconds: 2 });
    expect(take(empty, 2000, size)).toEqual({ bucket: { tokens: 0, at: 2000 } });
  });

  it("returns the remaining wait, not the rate of the bucket", async () => {
    const world = memoryWorld();
    const slow = { burst: 1, per_minute: 1 };
    expect(await takeToken(world, "x", slow)).toEqual({ remaining: 0, reset_seconds: 60 });
    world.clock.advance(45_000);
    expect(await takeToken(world, "x", slow)).toMatchObject({ remaining: 0, wait_seconds: 15 });
    world.clock.advance(15_000);
    expect(await takeToken(world, "x", slow)).toEqual({ remaining: 0, reset_seconds: 60 });
  });

  it("is written once for each token that concurrent callers of one process take", async () => {
    const world = memoryWorld();
    const transact = jest.spyOn(world.store, "transact");
    const take = () => takeToken(world, "x", { burst: 20, per_minute: 1 });
    const all = await Promise.all(Array.from({ length: 60 }, take));
    expect(all.filter(({ wait_seconds }) => wait_seconds === undefined)).toHaveLength(20);
    expect(transact).toHaveBeenCalledTimes(20);
    expect(await take()).toMatchObject({ wait_seconds: 60 });
  });

  it("is usable for the next caller when one has failed", async () => {
    const world = memoryWorld();
    jest.spyOn(world.store, "transact").mockRejectedValueOnce(new Error("lost"));
    const take = () => takeToken(world, "x", { burst: 2, per_minute: 1 });
    const [first, second] = await Promise.allSettled([take(), take()]);
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
  });

  it("counts each of several callers of several processes at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = memoryWorld();
        world.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const all = Promise.all([1, 2, 3, 4].map(() => takeRacing(world, "x", { burst: 2, per_minute: 1 })));
        await scheduler.waitFor(all);
        expect((await all).filter(({ wait_seconds }) => wait_seconds === undefined)).toHaveLength(2);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a session", () => {
  it("is created for the password, stored only as a digest, and ends with its expiry or the log-out", async () => {
    const world = memoryWorld();
    const { token, caller, expires } = await logIn(world, LOGIN);
    expect(caller).toEqual(OWNER);
    expect(expires).toBe(world.clock.now() + SESSION_SECONDS * 1000);
    expect(JSON.stringify(world.store.items())).not.toContain(token);
    expect(await readSession(world, token)).toEqual(OWNER);
    const other = await logIn(world, LOGIN);
    await logOut(world, other.token);
    expect(await readSession(world, other.token)).toBeUndefined();
    expect(await readSession(world, token)).toEqual(OWNER);
    world.clock.advance(SESSION_SECONDS * 1000);
    expect(await readSession(world, token)).toBeUndefined();
  });

  it.each([
    ["a wrong password", { ...LOGIN, password: "guess" }],
    ["an unknown user", { ...LOGIN, user: "nobody" }],
    ["an invalid user name", { ...LOGIN, user: "../owner" }],
  ])("is refused for %s, with the same message after the same work", async (_, input) => {
    const world = memoryWorld();
    await expect(logIn(world, input)).rejects.toMatchObject({
      code: "Unauthenticated",
      message: "User or password is wrong.",
    });
    expect(world.passwords.asked).toHaveLength(1);
  });

  it.each([
    ["address", (n: number) => ({ ...LOGIN, user: `u${n}`, password: "x" }), 30],
    ["user at one address", () => ({ ...LOGIN, password: "x" }), 20],
    ["user", (n: number) => ({ ...LOGIN, address: `2001:db8:${n.toString(16)}::1`, password: "x" }), 600],
  ])("allows password guesses only at the rate of the bucket of the %s", async (_, input, tries) => {
    const world = memoryWorld();
    for (let n = 0; n < tries; n++)
      await expect(logIn(world, input(n))).rejects.toMatchObject({ code: "Unauthenticated" });
    await expect(logIn(world, input(tries))).rejects.toMatchObject({
      code: "TooManyRequests",
      detail: { retry_after_seconds: expect.any(Number) },
    });
    expect(world.passwords.asked).toHaveLength(tries);
  });

  it("is created for its user while someone at another address guesses", async () => {
    const world = memoryWorld();
    const guess = { ...LOGIN, address: "198.51.100.1", password: "x" };
    for (let n = 0; n < 40; n++) await logIn(world, guess).catch(() => undefined);
    await expect(logIn(world, guess)).rejects.toMatchObject({ code: "TooManyRequests" });
    expect((await logIn(world, LOGIN)).caller).toEqual(OWNER);
  });

  it.each<[string, object]>([
    ["by a version that knew only tenant, user and role", { tenant: "tn_1", user: "owner", role: "owner" }],
    ["without how the person authenticated", { ...OWNER, amr: undefined }],
    ["with a member more", { ...OWNER, admin: true }],
    ["for a machine with a role", { ...OWNER, kind: "service" }],
  ])("is not found when it was stored %s", async (_, caller) => {
    const world = memoryWorld();
    const { token } = await logIn(world, LOGIN);
    const [item] = world.store.items().filter(({ kind }) => kind === "session");
    await world.store.transact([{ put: { ...(item as Item), caller: JSON.parse(JSON.stringify(caller)) } }]);
    expect(await readSession(world, token)).toBeUndefined();
  });

  it("is not valid as a ticket, nor a ticket as a session", async () => {
    const world = memoryWorld();
    await createMission(world);
    const { token } = await logIn(world, LOGIN);
    const { ticket } = await issueTicket(world, OWNER, "m_1");
    expect(await spendTicket(world, token)).toBeUndefined();
    expect(await readSession(world, ticket)).toBeUndefined();
    expect(await readSession(world, "x".repeat(5000))).toBeUndefined();
  });
});

describe("a ticket", () => {
  it("opens one socket once, within half a minute", async () => {
    const world = memoryWorld();
    await createMission(world);
    const { ticket, expires_in } = await issueTicket(world, OWNER, "m_1");
    expect(await spendTicket(world, ticket)).toEqual({ caller: OWNER, mission_id: "m_1" });
    expect(await spendTicket(world, ticket)).toBeUndefined();
    const late = await issueTicket(world, OWNER, "m_1");
    world.clock.advance(expires_in * 1000);
    expect(await spendTicket(world, late.ticket)).toBeUndefined();
  });

  it("is refused for a role that may not read", async () => {
    const world = memoryWorld();
    await createMission(world);
    const ticketOf = async (membership: string) =>
      (await issueTicket(world, { ...OWNER, membership }, "m_1")).ticket;
    expect(await spendTicket(world, await ticketOf("none"))).toBeUndefined();
    expect(await spendTicket(world, await ticketOf("viewer"))).toMatchObject({ mission_id: "m_1" });
  });

  it("is created only for a mission of the caller's tenant", async () => {
    const world = memoryWorld();
    await createMission(world);
    await expect(issueTicket(world, STRANGER, "m_1")).rejects.toMatchObject({ code: "NotFound" });
  });

  it("is used by only one of several concurrent requests", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = memoryWorld();
        await createMission(world);
        const { ticket } = await issueTicket(world, OWNER, "m_1");
        world.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const all = Promise.all([1, 2, 3].map(() => spendTicket(world, ticket)));
        await scheduler.waitFor(all);
        expect((await all).filter(Boolean)).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
});

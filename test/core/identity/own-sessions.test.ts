import { describe, expect, it } from "@jest/globals";
import { bindingRef } from "#core/identity/binding-ref.ts";
import { changePassword } from "#core/identity/change-password.ts";
import { endOtherSessions, endSession, listSessions } from "#core/identity/own-sessions.ts";
import { findSession, logIn, logOut, readSession } from "#core/identity/session.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { personOf } from "#test/support/callers.ts";
import { noPause, scheduled } from "#test/support/memory-pause.ts";
import { memoryWorld, OWNER, PASSWORD, STRANGER, type World } from "#test/support/memory-world.ts";
import { fc } from "#test/support/property.ts";

const ADDRESS = "203.0.113.9";
const NEXT = "another long password";

const open = (world: World, password = PASSWORD) =>
  logIn(world, { user: "owner", password, address: ADDRESS, client: "curl/8\u001b[31m" });

async function opened(world: World): Promise<{ token: string; session_id: string }> {
  const { token } = await open(world);
  return { token, session_id: (await findSession(world, token))?.session_id as string };
}

const change = (world: World, session_id: string, fields: { current?: string; next?: string } = {}) =>
  changePassword(world, OWNER, { current: PASSWORD, next: NEXT, address: ADDRESS, session_id, ...fields });

const codeOf = (error: unknown) => (error instanceof GantryError ? error.code : error);
const signalsOf = async (world: World) =>
  (await world.ledger.signals(bindingRef("tn_1", "member", "owner"), 0, 100)).map(({ type, data }) => [
    type,
    data,
  ]);

describe("the sessions of a person", () => {
  it("are listed newest first, with where they were begun and when they were used", async () => {
    const world = memoryWorld();
    const first = await opened(world);
    world.clock.advance(6 * 60_000);
    const second = await opened(world);
    await readSession(world, first.token);
    expect(await listSessions(world, OWNER)).toEqual([
      {
        session_id: second.session_id,
        begun_at: "2026-11-21T00:06:00.000Z",
        last_used_at: "2026-11-21T00:06:00.000Z",
        expires_at: "2026-11-21T12:06:00.000Z",
        address: ADDRESS,
        client: "curl/8",
      },
      expect.objectContaining({
        session_id: first.session_id,
        begun_at: "2026-11-21T00:00:00.000Z",
        last_used_at: "2026-11-21T00:06:00.000Z",
      }),
    ]);
  });

  it("record a use once in five minutes", async () => {
    const world = memoryWorld();
    const { token } = await opened(world);
    world.clock.advance(4 * 60_000);
    await readSession(world, token);
    expect((await listSessions(world, OWNER))[0]?.last_used_at).toBe("2026-11-21T00:00:00.000Z");
  });

  it("do not contain those that ended, expired, or are of others", async () => {
    const world = memoryWorld();
    const { token } = await opened(world);
    await logOut(world, token);
    expect(await listSessions(world, OWNER)).toEqual([]);
    const { session_id } = await opened(world);
    for (const other of [STRANGER, personOf({ principal: "own" }), personOf({ principal: "bob" })]) {
      expect(await listSessions(world, other)).toEqual([]);
      await expect(endSession(world, other, session_id)).rejects.toThrow("There is no session");
      await endOtherSessions(world, other, "s_none");
    }
    expect(await listSessions(world, OWNER)).toHaveLength(1);
    world.clock.advance(12 * 3600_000);
    expect(await listSessions(world, OWNER)).toEqual([]);
  });

  it("end one by one: its token opens nothing and cannot be revived by a use at the same moment", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = memoryWorld();
        const { token, session_id } = await opened(world);
        world.clock.advance(6 * 60_000);
        world.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const all = Promise.all([readSession(world, token), endSession(world, OWNER, session_id)]);
        await scheduler.waitFor(all);
        world.pauseWith(noPause);
        expect(await findSession(world, token)).toBeUndefined();
        expect(await listSessions(world, OWNER)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("end all but one, also more than a list shows, and say how many", async () => {
    const world = memoryWorld();
    const kept = await opened(world);
    for (let count = 0; count < 105; count++) {
      await open(world);
      world.clock.advance(4_000);
    }
    expect(await listSessions(world, OWNER)).toHaveLength(100);
    expect(await endOtherSessions(world, OWNER, kept.session_id)).toBe(105);
    expect((await listSessions(world, OWNER)).map(({ session_id }) => session_id)).toEqual([kept.session_id]);
    expect(await readSession(world, kept.token)).toMatchObject({ principal: "owner" });
    expect((await signalsOf(world)).at(-1)).toEqual([
      "gantry.auth.sessions_ended",
      { kept: kept.session_id, ended: 105 },
    ]);
  });

  it("leave no session of a log-in that runs while all others are ended, whatever comes first", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = memoryWorld();
        const kept = await opened(world);
        world.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const all = Promise.allSettled([open(world), endOtherSessions(world, OWNER, kept.session_id)]);
        await scheduler.waitFor(all);
        world.pauseWith(noPause);
        const [logged] = await all;
        const listed = (await listSessions(world, OWNER)).map(({ session_id }) => session_id);
        // A log-in that began after the end of the others is a new session; one that was under way is refused.
        if (logged.status === "fulfilled") {
          const found = await findSession(world, logged.value.token);
          expect(listed).toEqual(found ? [found.session_id, kept.session_id] : [kept.session_id]);
        } else {
          expect(codeOf(logged.reason)).toBe("Conflict");
          expect(listed).toEqual([kept.session_id]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("a change of the password", () => {
  it("needs the current one, ends all other sessions, and is recorded without it", async () => {
    const world = memoryWorld();
    const other = await opened(world);
    const kept = await opened(world);
    expect(await change(world, kept.session_id)).toBe(1);
    expect(await readSession(world, other.token)).toBeUndefined();
    expect(await readSession(world, kept.token)).toMatchObject({ principal: "owner" });
    await expect(open(world)).rejects.toThrow("User or password is wrong.");
    expect(await open(world, NEXT)).toMatchObject({ caller: { tenant: "tn_1", membership: "owner" } });
    const signals = await signalsOf(world);
    expect(signals).toContainEqual(["gantry.auth.password_changed", { kept: kept.session_id, ended: 1 }]);
    expect(JSON.stringify(world.store.items())).not.toContain(NEXT);
  });

  it.each([
    ["a wrong one", { current: "guess" }, "Forbidden", "The current password is wrong."],
    ["a short one", { next: "short" }, "InvalidInput", "one line of 12 to 1000 characters"],
    ["two lines", { next: "a long password\nof two lines" }, "InvalidInput", "one line"],
    ["the same one", { next: PASSWORD }, "InvalidInput", "must differ"],
  ])("refuses %s and changes nothing", async (_, fields, code, sentence) => {
    const world = memoryWorld();
    const other = await opened(world);
    const kept = await opened(world);
    const error = await change(world, kept.session_id, fields).catch((thrown: unknown) => thrown);
    expect(codeOf(error)).toBe(code);
    expect((error as Error).message).toContain(sentence);
    expect(await readSession(world, other.token)).toBeDefined();
    expect(await open(world)).toBeDefined();
    const refused = (await signalsOf(world)).filter(([type]) => type === "gantry.auth.password_refused");
    expect(refused).toHaveLength(code === "Forbidden" ? 1 : 0);
  });

  it("is refused to somebody of the same name in another tenant", async () => {
    const world = memoryWorld();
    const { session_id } = await opened(world);
    await expect(
      changePassword(world, STRANGER, { current: PASSWORD, next: NEXT, address: ADDRESS, session_id }),
    ).rejects.toThrow("The current password is wrong.");
    expect(await open(world)).toBeDefined();
  });

  it("counts against the limits of log-ins", async () => {
    const world = memoryWorld();
    const { session_id } = await opened(world);
    const tries = [];
    for (let count = 0; count < 25; count++)
      tries.push(await change(world, session_id, { current: "guess" }).catch(codeOf));
    expect(tries.slice(0, 19)).toEqual(Array.from({ length: 19 }, () => "Forbidden"));
    expect(tries.at(-1)).toBe("TooManyRequests");
    await expect(open(world)).rejects.toMatchObject({ code: "TooManyRequests" });
  });

  it("lets one of two at once win, and the winner's password is the one that holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = memoryWorld();
        const { session_id } = await opened(world);
        const passwords = ["the first new password", "the second new password"];
        world.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const all = Promise.allSettled(passwords.map((next) => change(world, session_id, { next })));
        await scheduler.waitFor(all);
        world.pauseWith(noPause);
        const results = await all;
        const winners = passwords.filter((_, index) => results[index]?.status === "fulfilled");
        expect(winners).toHaveLength(1);
        expect(await open(world, winners[0])).toBeDefined();
        for (const { reason } of results.filter((result) => result.status === "rejected"))
          expect(["Conflict", "Forbidden"]).toContain(codeOf(reason));
      }),
      { numRuns: 50 },
    );
  });

  it("leaves no session of the old password that begins meanwhile", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = memoryWorld();
        const kept = await opened(world);
        world.pauseWith(scheduled((name) => scheduler.schedule(Promise.resolve(), name)));
        const all = Promise.allSettled([open(world), change(world, kept.session_id)]);
        await scheduler.waitFor(all);
        world.pauseWith(noPause);
        expect((await all)[1].status).toBe("fulfilled");
        const listed = (await listSessions(world, OWNER)).map(({ session_id }) => session_id);
        expect(listed).toEqual([kept.session_id]);
      }),
      { numRuns: 100 },
    );
  });

  it("can be repeated after a process died during it", async () => {
    const world = memoryWorld();
    const { session_id } = await opened(world);
    const broken = {
      ...world,
      passwords: { ...world.passwords, hash: () => Promise.reject(new Error("died")) },
    };
    await expect(
      changePassword(broken, OWNER, { current: PASSWORD, next: NEXT, address: ADDRESS, session_id }),
    ).rejects.toThrow("died");
    expect(await change(world, session_id)).toBe(0);
  });
});

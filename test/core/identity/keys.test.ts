import { describe, expect, it, jest } from "@jest/globals";
import type { HumanCaller } from "#core/identity/caller.ts";
import { createKey, type KeyRequest } from "#core/identity/create-key.ts";
import { readCredential } from "#core/identity/credentials.ts";
import { keyRef } from "#core/identity/key.ts";
import { listKeys } from "#core/identity/list-keys.ts";
import { recordLogIn } from "#core/identity/member-record.ts";
import { revokeKey } from "#core/identity/revoke-key.ts";
import { logIn, readSession } from "#core/identity/session.ts";
import { issueTicket, spendTicket } from "#core/identity/ticket.ts";
import type { Item } from "#core/kernel/ledger/store.ts";
import { machineOf, personOf } from "#test/support/callers.ts";
import { memoryWorld, OWNER, PASSWORD, STRANGER } from "#test/support/memory-world.ts";
import { createMission } from "#test/support/samples.ts";

const DAY_MS = 86_400_000;
const DEVICE: KeyRequest = { kind: "device", name: "phone", expires_in_days: 90 };
const SERVICE: KeyRequest = { kind: "service", name: "ci", scopes: ["missions:read"], expires_in_days: 30 };

const ADA = personOf({ principal: "ada", membership: "member", roles: ["tech_lead"], teams: ["payments"] });
const BOB = personOf({ principal: "bob", membership: "member" });

/** A world whose members may change. */
function worldOf(members: readonly HumanCaller[] = [ADA, BOB]) {
  const world = memoryWorld();
  const stored = new Map(members.map((person) => [person.principal, person]));
  const secrets = {
    get: async (name: string) => {
      const person = stored.get(name.replace("users/", ""));
      if (!person) return undefined;
      const { tenant, membership: role, roles, teams } = person;
      return JSON.stringify({ tenant, role, roles, teams, phc: "x".repeat(20) });
    },
  };
  return { world: { ...world, secrets }, members: stored };
}

describe("the key of a device", () => {
  it("authenticates its owner through a device, with the time of their log-in", async () => {
    const { world } = worldOf();
    const { key, created } = await createKey(world, ADA, DEVICE);
    world.clock.advance(DAY_MS);
    expect(await readCredential(world, key)).toEqual({ ...ADA, amr: ["device"], device: created.key_id });
  });

  it("has its owner's current role, authority roles and teams", async () => {
    const { world, members } = worldOf();
    const { key } = await createKey(world, ADA, DEVICE);
    members.set("ada", { ...ADA, membership: "viewer", roles: [], teams: ["search"] });
    expect(await readCredential(world, key)).toMatchObject({
      membership: "viewer",
      roles: [],
      teams: ["search"],
    });
  });

  it.each<[string, (members: Map<string, HumanCaller>) => unknown]>([
    ["is a member no more", (members) => members.delete("ada")],
    ["has moved to another tenant", (members) => members.set("ada", { ...ADA, tenant: "tn_2" })],
  ])("is refused when its owner %s", async (_, change) => {
    const { world, members } = worldOf();
    const { key } = await createKey(world, ADA, DEVICE);
    change(members);
    expect(await readCredential(world, key)).toBeUndefined();
  });

  it("cannot have scopes", async () => {
    const { world } = worldOf();
    await expect(createKey(world, ADA, { ...DEVICE, scopes: ["missions:read"] })).rejects.toMatchObject({
      code: "InvalidInput",
      field: "scopes",
    });
  });

  it("obtains a ticket for a socket and opens it", async () => {
    const { world } = worldOf();
    await createMission(world);
    const { key } = await createKey(world, ADA, DEVICE);
    const device = await readCredential(world, key);
    const { ticket } = await issueTicket(world, device as HumanCaller, "m_1");
    expect(await spendTicket(world, ticket)).toEqual({ caller: device, mission_id: "m_1" });
  });
});

describe("the key of a service", () => {
  it("authenticates the service, with its scopes and without a role", async () => {
    const { world } = worldOf();
    const { key } = await createKey(world, OWNER, SERVICE);
    expect(await readCredential(world, key)).toEqual(machineOf({ scopes: ["missions:read"] }));
  });

  it("can be replaced without interruption by a second key of the same service", async () => {
    const { world } = worldOf();
    const first = await createKey(world, OWNER, SERVICE);
    const second = await createKey(world, OWNER, SERVICE);
    await revokeKey(world, OWNER, first.created.key_id);
    expect(await readCredential(world, first.key)).toBeUndefined();
    expect(await readCredential(world, second.key)).toMatchObject({ principal: "ci" });
  });

  it.each<[string, HumanCaller, Partial<KeyRequest>, object]>([
    ["a member", ADA, {}, { code: "Forbidden" }],
    ["an invalid name", OWNER, { name: "My CI" }, { code: "InvalidInput", field: "name" }],
    ["no scope", OWNER, { scopes: [] }, { code: "InvalidInput", field: "scopes" }],
  ])("is refused for %s, and nothing is stored", async (_, person, change, error) => {
    const { world } = worldOf();
    await expect(createKey(world, person, { ...SERVICE, ...change })).rejects.toMatchObject(error);
    expect(world.store.items()).toEqual([]);
  });
});

describe("a key", () => {
  it("appears only in the reply that creates it: not in the table, its signals or the list", async () => {
    const { world } = worldOf();
    const { key, created } = await createKey(world, OWNER, SERVICE);
    await revokeKey(world, OWNER, created.key_id);
    const secret = key.split("_")[3] as string;
    expect(JSON.stringify(world.store.items())).not.toContain(secret);
    const signals = await world.ledger.signals(keyRef("tn_1", created.key_id), 0, 10);
    expect(
      signals.map(({ type, actorkind, authtype, authid }) => [type, actorkind, authtype, authid]),
    ).toEqual([
      ["gantry.key.created", "human", "app_user", "owner"],
      ["gantry.key.revoked", "human", "app_user", "owner"],
    ]);
    expect(JSON.stringify(signals)).not.toMatch(/digest|gk_live/);
  });

  it("has its creation and its end in the tenant's feed", async () => {
    const { world } = worldOf();
    const { created } = await createKey(world, OWNER, SERVICE);
    await revokeKey(world, OWNER, created.key_id);
    const feed = { root: "key", day: "20261121" };
    const { signals } = await world.ledger.feed("tn_1", feed, { limit: 10, order: "oldest_first" });
    expect(signals.map(({ type, source }) => [type, source])).toEqual([
      ["gantry.key.created", `/t/tn_1/binding/key.${created.key_id}`],
      ["gantry.key.revoked", `/t/tn_1/binding/key.${created.key_id}`],
    ]);
  });

  it("is refused once it is revoked, and revoking it again changes nothing", async () => {
    const { world } = worldOf();
    const { key, created } = await createKey(world, ADA, DEVICE);
    const revoked = await revokeKey(world, ADA, created.key_id);
    expect(revoked.revoked_at).toBe("2026-11-21T00:00:00.000Z");
    expect(await readCredential(world, key)).toBeUndefined();
    const before = world.store.items();
    expect(await revokeKey(world, ADA, created.key_id)).toEqual(revoked);
    expect(world.store.items()).toEqual(before);
  });

  it("is refused when the process died between its revocation and the signal; revoking again records it", async () => {
    const { world } = worldOf();
    const { key, created } = await createKey(world, ADA, DEVICE);
    const transact = world.store.transact.bind(world.store);
    const spy = jest.spyOn(world.store, "transact");
    spy.mockImplementationOnce(transact).mockRejectedValueOnce(new Error("died"));
    await expect(revokeKey(world, ADA, created.key_id)).rejects.toThrow("died");
    expect(await readCredential(world, key)).toBeUndefined();
    expect((await revokeKey(world, ADA, created.key_id)).revoked_at).not.toBeNull();
  });

  it("is refused from its expiry on, to the millisecond", async () => {
    const { world } = worldOf();
    const { key } = await createKey(world, ADA, DEVICE);
    world.clock.advance(90 * DAY_MS - 1);
    expect(await readCredential(world, key)).toBeDefined();
    world.clock.advance(1);
    expect(await readCredential(world, key)).toBeUndefined();
  });

  it("is not valid as a session, nor a session as a key", async () => {
    const { world } = worldOf();
    const { key } = await createKey(world, ADA, DEVICE);
    expect(await readSession(world, key)).toBeUndefined();
    const { token } = await logIn(memoryWorld(), { user: "owner", password: PASSWORD, address: "::1" });
    expect(await readCredential(world, token)).toBeUndefined();
  });

  it("is refused after the same reads and writes, whatever is wrong with it", async () => {
    const { world } = worldOf();
    const good = await createKey(world, OWNER, SERVICE);
    const other = await createKey(world, OWNER, SERVICE);
    const revoked = await createKey(world, OWNER, SERVICE);
    await revokeKey(world, OWNER, revoked.created.key_id);
    const { writeKey } = await import("#core/identity/key-format.ts");
    const wrong = [
      writeKey("zzzzzzzz", "ab".repeat(32)), // unknown
      writeKey(good.created.key_id, "ab".repeat(32)), // another secret
      revoked.key,
    ];
    world.clock.advance(30 * DAY_MS);
    const get = jest.spyOn(world.store, "get");
    for (const key of [...wrong, other.key]) {
      get.mockClear();
      expect(await readCredential(world, key)).toBeUndefined();
      expect(get).toHaveBeenCalledTimes(1);
    }
  });

  it.each<[string, (item: Item) => object]>([
    ["no caller", () => ({ caller: undefined })],
    ["half a caller", (item) => ({ caller: { ...(item.caller as object), amr: undefined } })],
    ["another kind", () => ({ kind: "session" })],
  ])("is refused when the stored item has %s", async (_, change) => {
    const { world } = worldOf();
    const { key } = await createKey(world, OWNER, SERVICE);
    const [item] = world.store.items().filter(({ kind }) => kind === "key") as [Item];
    await world.store.transact([{ put: JSON.parse(JSON.stringify({ ...item, ...change(item) })) }]);
    expect(await readCredential(world, key)).toBeUndefined();
  });

  it("gets another id when its id exists", async () => {
    const { world } = worldOf();
    const first = await createKey(world, OWNER, SERVICE);
    const make = jest.spyOn(world.ids, "make");
    make.mockReturnValueOnce(`k_0${first.created.key_id}`);
    const second = await createKey(world, OWNER, SERVICE);
    expect(second.created.key_id).not.toBe(first.created.key_id);
    expect(await readCredential(world, first.key)).toMatchObject({ kind: "service", principal: "ci" });
  });
});

describe("the list of keys", () => {
  it("shows members their own devices and admins all keys of the tenant, newest first", async () => {
    const { world } = worldOf();
    const made = [];
    for (const [person, request] of [
      [ADA, DEVICE],
      [BOB, DEVICE],
      [OWNER, SERVICE],
    ] as const) {
      made.push((await createKey(world, person, request)).created);
      world.clock.advance(1000);
    }
    const [ada, bob, ci] = made;
    const page = { limit: 10 };
    expect((await listKeys(world, ADA, page)).entries).toEqual([ada]);
    expect((await listKeys(world, { ...ADA, membership: "admin" }, page)).entries).toEqual([ci, bob, ada]);
    expect((await listKeys(world, STRANGER, page)).entries).toEqual([]);
  });

  it("contains the keys that the person may revoke: no one else's, and none of another tenant", async () => {
    const { world } = worldOf();
    const { key, created } = await createKey(world, ADA, DEVICE);
    for (const person of [BOB, STRANGER])
      await expect(revokeKey(world, person, created.key_id)).rejects.toMatchObject({ code: "NotFound" });
    expect(await readCredential(world, key)).toBeDefined();
    await revokeKey(world, OWNER, created.key_id);
    expect(await readCredential(world, key)).toBeUndefined();
  });
});

describe("a log-in", () => {
  it("is a signal in the member's chain and the tenant's feed, without password and token", async () => {
    const world = memoryWorld();
    const login = { user: "owner", password: PASSWORD, address: "203.0.113.9" };
    const { caller, token } = await logIn(world, login);
    await recordLogIn(world, caller);
    const feed = { root: "auth", day: "20261121" };
    const { signals } = await world.ledger.feed("tn_1", feed, { limit: 10, order: "oldest_first" });
    expect(signals).toMatchObject([
      {
        type: "gantry.auth.logged_in",
        source: "/t/tn_1/binding/member.owner",
        actorkind: "human",
        authtype: "app_user",
        authid: "owner",
        data: { membership: "owner", amr: ["pwd"], auth_time: "2026-11-21T00:00:00.000Z" },
      },
    ]);
    for (const secret of [PASSWORD, token, login.address])
      expect(JSON.stringify(signals)).not.toContain(secret);
  });

  it("is recorded for a user name of the maximum length of an id", async () => {
    const world = memoryWorld();
    const principal = "u".repeat(64);
    await recordLogIn(world, personOf({ principal }));
    const { signals } = await world.ledger.feed(
      "tn_1",
      { root: "auth", day: "20261121" },
      { limit: 10, order: "oldest_first" },
    );
    expect(signals).toMatchObject([{ authid: principal }]);
  });
});

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it, jest } from "@jest/globals";
import { createKey } from "#core/identity/create-key.ts";
import { readCredential } from "#core/identity/credentials.ts";
import { listKeys } from "#core/identity/list-keys.ts";
import { revokeKey } from "#core/identity/revoke-key.ts";
import { admitSiriRequest, type SiriRequest } from "#core/identity/siri/admit-request.ts";
import { createSiriKey } from "#core/identity/siri/create-siri-key.ts";
import { SIRI_SECRET } from "#core/identity/siri/siri-key.ts";
import { personOf } from "#test/support/callers.ts";
import { memorySecrets, plainPhc } from "#test/support/memory-ports.ts";
import { memoryWorld, OWNER, PASSWORD } from "#test/support/memory-world.ts";
import { fc } from "#test/support/property.ts";
import { type Phone, phoneTime, type Said, type SiriCase, signedHeaders } from "#test/support/siri.ts";

const { refused }: { refused: SiriCase[] } = JSON.parse(readFileSync("test/cases/siri.json", "utf8"));
const DAY_MS = 86_400_000;
const TEXT = "Build me a todo app";

type World = ReturnType<typeof memoryWorld>;

async function pair(world: World, person = OWNER, days = 180): Promise<Phone> {
  const { parts, created } = await createSiriKey(world, person, { name: "phone", expires_in_days: days });
  return { ...parts, key_id: created.key_id };
}

function requestOf(world: World, phone: Phone, said: Partial<Said> = {}): SiriRequest {
  const text = said.text ?? TEXT;
  const headers = signedHeaders(phone, { timestamp: phoneTime(world.clock.now()), ...said, text });
  return {
    key_id: phone.key_id,
    timestamp: headers["X-Gantry-Timestamp"] as string,
    nonce: headers["X-Gantry-Nonce"] as string,
    signature: (headers["X-Gantry-Signature"] as string).slice(3),
    text,
    address: "203.0.113.9",
  };
}

describe("a signed request", () => {
  it("is one of the owner's device", async () => {
    const world = memoryWorld();
    const phone = await pair(world);
    const { caller, limits } = await admitSiriRequest(world, requestOf(world, phone));
    expect(caller).toEqual({ ...OWNER, amr: ["device"], device: phone.key_id });
    expect(limits.map(({ policy }) => policy)).toEqual(["siri-key", "model-user", "model-address"]);
  });

  it("is refused, and nothing is written, for any changed character of what is signed", async () => {
    const world = memoryWorld();
    const phone = await pair(world);
    const fields = ["key_id", "timestamp", "nonce", "text", "signature"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fields),
        fc.nat(),
        fc.constantFrom(..."0123456789abcdefABCDEF:-+TZ é\n"),
        async (field, place, other) => {
          const request = requestOf(world, phone);
          const at = place % request[field].length;
          fc.pre(request[field][at] !== other);
          const changed = `${request[field].slice(0, at)}${other}${request[field].slice(at + 1)}`;
          const before = world.store.items();
          await expect(admitSiriRequest(world, { ...request, [field]: changed })).rejects.toMatchObject({
            code: "Unauthenticated",
          });
          expect(world.store.items()).toEqual(before);
        },
      ),
    );
  });

  it("is admitted once, also when it arrives several times at once", async () => {
    const world = memoryWorld();
    const request = requestOf(world, await pair(world));
    const all = await Promise.allSettled([1, 2, 3, 4, 5].map(() => admitSiriRequest(world, request)));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(admitSiriRequest(world, request)).rejects.toMatchObject({ code: "ReplayedRequest" });
  });

  it("has its nonce kept for longer than its time is accepted", async () => {
    const world = memoryWorld();
    const request = requestOf(world, await pair(world));
    await admitSiriRequest(world, request);
    const [nonce] = world.store.items().filter(({ kind }) => kind === "siri-nonce");
    expect(nonce?.ttl).toBe(world.clock.now() / 1000 + 900);
    expect(JSON.stringify(nonce)).not.toContain(request.nonce);
  });

  it("may have a nonce that another key has used", async () => {
    const world = memoryWorld();
    const nonce = randomBytes(32).toString("hex");
    for (const phone of [await pair(world), await pair(world)])
      await admitSiriRequest(world, requestOf(world, phone, { nonce }));
  });

  it.each([
    [-300_000, true],
    [300_000, true],
    [-301_000, false],
    [301_000, false],
  ])("that was signed %i ms from the server's time is accepted: %s", async (ms, isAccepted) => {
    const world = memoryWorld();
    const phone = await pair(world);
    const request = requestOf(world, phone, { timestamp: phoneTime(world.clock.now() + ms) });
    const before = world.store.items();
    const outcome = await admitSiriRequest(world, request).catch((error) => error.code);
    if (isAccepted) expect(outcome).toMatchObject({ caller: { principal: "owner" } });
    else expect([outcome, world.store.items()]).toEqual(["StaleRequest", before]);
  });

  it.each(["2026-11-21T01:00:00+01:00", "2026-11-21T01:00:00+0100", "2026-11-21T00:00:00.250Z"])(
    "may write its time as %s",
    async (timestamp) => {
      const world = memoryWorld();
      await admitSiriRequest(world, requestOf(world, await pair(world), { timestamp }));
    },
  );

  it("is limited for each key, and a replay counts as well", async () => {
    const world = memoryWorld();
    const [phone, other] = [await pair(world), await pair(world)];
    const request = requestOf(world, phone);
    await admitSiriRequest(world, request);
    for (let n = 1; n < 20; n++)
      await expect(admitSiriRequest(world, request)).rejects.toMatchObject({ code: "ReplayedRequest" });
    await expect(admitSiriRequest(world, requestOf(world, phone))).rejects.toMatchObject({
      code: "TooManyRequests",
      detail: { limits: [{ policy: "siri-key", remaining: 0 }] },
    });
    await admitSiriRequest(world, requestOf(world, other));
  });
});

describe("a Siri key", () => {
  it("is two parts of 32 bytes that no item, signal or list contains, and that no other key has", async () => {
    const world = memoryWorld();
    const phones = [await pair(world), await pair(world)];
    const parts = phones.flatMap(({ k1, k2 }) => [k1, k2]);
    expect(new Set(parts).size).toBe(4);
    const { entries } = await listKeys(world, OWNER, { limit: 10 });
    expect(entries).toMatchObject([{ kind: "siri", scopes: [] }, { kind: "siri" }]);
    for (const part of parts) {
      expect(part).toMatch(/^[0-9a-f]{64}$/);
      expect(JSON.stringify([world.store.items(), entries])).not.toContain(part);
    }
  });

  it("signs nothing any more once it is revoked, has expired, or its owner has left", async () => {
    const gone = (world: World) => ({ ...world, secrets: memorySecrets({ [SIRI_SECRET]: "5".repeat(64) }) });
    const ends: ((world: World, phone: Phone) => Promise<World> | World)[] = [
      async (world, { key_id }) => {
        expect((await revokeKey(world, OWNER, key_id)).revoked_at).not.toBeNull();
        return world;
      },
      (world) => {
        world.clock.advance(180 * DAY_MS);
        return world;
      },
      (world) => gone(world) as World,
    ];
    for (const end of ends) {
      const world = memoryWorld();
      const phone = await pair(world);
      const ended = await end(world, phone);
      await expect(admitSiriRequest(ended, requestOf(world, phone))).rejects.toMatchObject({
        code: "Unauthenticated",
      });
    }
  });

  it("has its owner's current role", async () => {
    const world = memoryWorld();
    const phone = await pair(world);
    const owner = JSON.stringify({ tenant: "tn_1", role: "viewer", phc: plainPhc(PASSWORD) });
    const secrets = memorySecrets({ [SIRI_SECRET]: "5".repeat(64), "users/owner": owner });
    await expect(admitSiriRequest({ ...world, secrets }, requestOf(world, phone))).rejects.toMatchObject({
      code: "Forbidden",
    });
  });

  it("depends on the installation's secret, without which no key is made and none signs", async () => {
    const world = memoryWorld();
    const phone = await pair(world);
    const owner = (await world.secrets.get("users/owner")) as string;
    for (const secret of [{}, { [SIRI_SECRET]: "6".repeat(64) }]) {
      const other = { ...world, secrets: memorySecrets({ "users/owner": owner, ...secret }) };
      await expect(admitSiriRequest(other, requestOf(world, phone))).rejects.toMatchObject({
        code: "Unauthenticated",
      });
    }
    const none = { ...world, secrets: memorySecrets({}) };
    const before = world.store.items();
    await expect(createSiriKey(none, OWNER, { name: "x", expires_in_days: 1 })).rejects.toMatchObject({
      code: "EnvironmentFailure",
      message: expect.stringContaining("gantry secrets set siri-key"),
    });
    expect(world.store.items()).toEqual(before);
  });

  it("is no bearer token, and the key of a device signs nothing", async () => {
    const world = memoryWorld();
    const phone = await pair(world);
    for (const token of [phone.key_id, phone.k1, `gk_live_${phone.key_id.slice(3)}_${phone.k1.slice(0, 43)}`])
      expect(await readCredential(world, token)).toBeUndefined();
    const { created } = await createKey(world, OWNER, { kind: "device", name: "x", expires_in_days: 1 });
    const posing = { ...phone, key_id: created.key_id };
    await expect(admitSiriRequest(world, requestOf(world, posing))).rejects.toMatchObject({
      code: "Unauthenticated",
    });
  });

  it("can be revoked by its owner and by an admin, and by no other member", async () => {
    const world = memoryWorld();
    const ada = personOf({ principal: "ada", membership: "member" });
    const { key_id } = await pair(world, ada);
    const bob = personOf({ principal: "bob", membership: "member" });
    await expect(revokeKey(world, bob, key_id)).rejects.toMatchObject({ code: "NotFound" });
    expect((await listKeys(world, bob, { limit: 10 })).entries).toEqual([]);
    expect((await listKeys(world, ada, { limit: 10 })).entries).toMatchObject([{ key_id }]);
    await revokeKey(world, OWNER, key_id);
  });

  it.each([
    [{ expires_in_days: 181 }, "expires_in_days"],
    [{ scopes: ["missions:read" as const] }, "scopes"],
  ])("is refused with %j", async (change, field) => {
    const world = memoryWorld();
    const request = { name: "phone", expires_in_days: 180, ...change };
    await expect(createSiriKey(world, OWNER, request)).rejects.toMatchObject({ code: "InvalidInput", field });
    expect(world.store.items()).toEqual([]);
  });
});

describe("a refusal for the key or the signature", () => {
  it("is the same, after the same reads, whatever is wrong", async () => {
    const world = memoryWorld();
    const phone = await pair(world);
    const refusals = [];
    for (const request of [
      requestOf(world, { ...phone, key_id: "sk_00000000" }),
      requestOf(world, { ...phone, k1: phone.k2 }),
      { ...requestOf(world, phone), text: "Something else" },
    ]) {
      const get = jest.spyOn(world.store, "get");
      const error = await admitSiriRequest(world, request).catch((thrown) => thrown);
      refusals.push([error.message, error.field, error.detail, get.mock.calls.length]);
      get.mockRestore();
    }
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
  });

  it("reads no member, which costs a call of another service", async () => {
    const world = memoryWorld();
    const request = requestOf(world, await pair(world));
    const get = jest.spyOn(world.secrets, "get");
    await admitSiriRequest(world, { ...request, text: "Something else" }).catch(() => undefined);
    expect(get.mock.calls.flat()).toEqual([SIRI_SECRET]);
    await admitSiriRequest(world, request);
    expect(get.mock.calls.flat()).toContain("users/owner");
    get.mockRestore();
  });

  it("has twelve contracts", () => {
    expect(refused.map(({ name }) => name)).toHaveLength(12);
  });
});

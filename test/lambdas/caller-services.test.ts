import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { provide } from "#adapters/provider.ts";
import { clock } from "#adapters/providers/clock.ts";
import { ids } from "#adapters/providers/ids.ts";
import { store } from "#adapters/providers/store.ts";
import { tenants } from "#adapters/providers/tenants.ts";
import type { Caller } from "#core/identity/caller.ts";
import { artifactPath, evidencePath } from "#core/kernel/artifacts.ts";
import { metaKey } from "#core/kernel/keys.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { servicesForCaller } from "#lambdas/runtime/caller-services.ts";
import { type ApiServices, route } from "#lambdas/runtime/route.ts";
import { EVIDENCE_BUCKET } from "#local/topology.ts";
import { clientsAt } from "#test/adapters/aws.ts";
import { missionWorld, sealed } from "#test/core/factory/steps/mission-run.ts";
import { type DataCloud, startDataCloud } from "#test/local-cloud/sts/data-cloud.ts";
import { memoryWorld, OWNER, STRANGER, type World } from "#test/support/memory-world.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

const SECRET = "the other tenant's plan";
const OTHER = { tenant: STRANGER.tenant, kind: "execution", id: "m_1" } as const;

let cloud: DataCloud;
let common: Parameters<typeof servicesForCaller>[0];

beforeAll(async () => {
  configure();
  cloud = await startDataCloud();
  clientsAt(cloud.endpoint);
  common = provide([clock, ids, store, tenants], process.env) as never;
  const other = servicesForCaller(common, STRANGER);
  await other.store.transact([{ put: { ...metaKey(OTHER), state: SECRET } }]);
  await other.artifacts.put(artifactPath(OTHER.tenant, "a"), SECRET);
});

afterAll(() => cloud.close());
printed();

const asked = (handle: (services: ApiServices) => Promise<unknown>, caller: Caller | null = OWNER) => {
  const careless = route({
    method: "GET",
    path: "/careless",
    id: "careless",
    tag: "Service",
    summary: "Asks for what it should not.",
    description: "",
    right: "public",
    reply: { status: 200, description: "", schema: "text" },
    handle: async ({ services }) => ({ status: 200, body: (await handle(services)) ?? null }),
  });
  const services = servicesForCaller(common, caller ?? { tenant: "" });
  return client(services as unknown as World, [careless])("GET", "/careless", { caller });
};

describe("a faulty route", () => {
  it.each<[string, (services: ApiServices) => Promise<unknown>]>([
    ["an item", ({ store }) => store.get(metaKey(OTHER))],
    ["a partition", ({ store }) => store.query({ pk: metaKey(OTHER).pk })],
    ["an aggregate", ({ ledger }) => ledger.load(OTHER)],
    ["a list", ({ store }) => store.query({ index: "g1", pk: `T#${OTHER.tenant}#L#X#open#0` })],
    ["a write", ({ store }) => store.transact([{ put: { ...metaKey(OTHER), state: "mine" } }])],
    ["an artefact", ({ artifacts }) => artifacts.get(artifactPath(OTHER.tenant, "a"), 100)],
    ["evidence", ({ vault }) => vault.read(evidencePath(OTHER.tenant, OTHER.id), 100)],
  ])("reads nothing of another tenant, and returns nothing of it: %s", async (_, handle) => {
    const { status, text, json } = await asked(handle);
    expect([status, json.code]).toEqual([500, "Internal"]);
    expect(text).not.toMatch(/the other|tn_10|AccessDenied|arn:aws|gantry-tenant/);
    expect(await servicesForCaller(common, STRANGER).store.get(metaKey(OTHER))).toMatchObject({
      state: SECRET,
    });
  });

  it.each(["a", "none"])(
    "finds no artefact of another tenant, whether or not it exists: %s",
    async (name) => {
      const { status, json } = await asked(({ artifacts }) =>
        artifacts.exists(artifactPath(OTHER.tenant, name)),
      );
      expect([status, json]).toEqual([200, null]);
    },
  );

  it("finds no artefact of its own tenant that does not exist", async () => {
    const { status, json } = await asked(({ artifacts }) =>
      artifacts.exists(artifactPath(OWNER.tenant, "none")),
    );
    expect([status, json]).toEqual([200, null]);
  });

  it("reads the same data for that tenant's own caller", async () => {
    const { status, json } = await asked(({ store }) => store.get(metaKey(OTHER)), STRANGER);
    expect([status, json.state]).toEqual([200, SECRET]);
  });

  it("reads no data for a caller without a tenant", async () => {
    const handles: ((services: ApiServices) => Promise<unknown>)[] = [
      ({ store }) => store.get(metaKey(OTHER)),
      ({ ledger }) => ledger.load(OTHER),
      async ({ artifacts }) => artifacts.get("a", 1),
      async ({ vault }) => vault.read("a", 1),
    ];
    for (const handle of handles) {
      const { status, json } = await asked(handle, null);
      expect([status, json.code]).toEqual([500, "Internal"]);
    }
    expect((await asked(({ store }) => store.get({ pk: "G#READY", sk: "K" }), null)).status).toBe(200);
  });
});

describe("a large evidence pack", () => {
  it("is downloaded from the bucket, at an address that the caller's tenant signs", async () => {
    const world = await missionWorld();
    await sealed(world, { outcome: "failed" });
    const pack = Buffer.alloc(4 * 2 ** 20 + 1, "evidence");
    const key = evidencePath(OWNER.tenant, "m_1");
    await cloud.owner.s3.send(new PutObjectCommand({ Bucket: EVIDENCE_BUCKET, Key: key, Body: pack }));
    const services = Object.create(servicesForCaller(common, OWNER), { ledger: { value: world.ledger } });
    const { status, headers } = await client(services)("GET", "/gantry/missions/m_1/evidence");
    expect(status).toBe(303);
    const address = new URL(headers.location ?? "");
    expect(address.searchParams.get("X-Amz-Security-Token")).toMatch(/\S/);
    const answer = await fetch(address);
    expect(Buffer.from(await answer.arrayBuffer()).equals(pack)).toBe(true);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="m_1.zip"');
    const foreign = address.href.replace(key, evidencePath(STRANGER.tenant, "m_1"));
    expect((await fetch(foreign)).status).toBe(403);
  });
});

describe("public routes", () => {
  it("reply without a tenant's data", async () => {
    const world = memoryWorld();
    const tenants = () => {
      throw new Error("there is no tenant");
    };
    const services = servicesForCaller({ ...world, tenants }, { tenant: "" });
    const ask = client(services as unknown as World);
    // A link that was never made leads to no tenant either: the reply is NotFound.
    const open = ROUTES.filter(
      ({ right, method, path }) => right === "public" && method === "GET" && !path.includes("{token}"),
    );
    for (const { path } of open)
      expect([path, (await ask("GET", path, { caller: null })).status]).toEqual([path, 200]);
    const { status } = await ask("POST", "/gantry/auth", {
      caller: null,
      body: { password: "wrong" },
    });
    expect(status).toBe(401);
  });
});

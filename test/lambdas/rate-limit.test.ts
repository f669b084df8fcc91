import { beforeAll, describe, expect, it } from "@jest/globals";
import { planGateDrafts } from "#core/factory/conversation/confirm-gate.ts";
import {
  type Conversation,
  conversationRef,
  conversations,
} from "#core/factory/conversation/conversation.ts";
import { planHash } from "#core/factory/plan/plan.ts";
import { policyRef } from "#core/factory/policy/pin.ts";
import { human } from "#core/identity/actor.ts";
import { REQUEST_LIMITS, type RequestLimitName } from "#core/identity/limits.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { missionWorld, sealed } from "#test/core/factory/steps/mission-run.ts";
import { OWNER, STRANGER, type World } from "#test/support/memory-world.ts";
import { addProject } from "#test/support/projects.ts";
import { PLAN, PROPOSAL } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { type Asked, client, configure, type RequestOptions } from "./requests.ts";

beforeAll(configure);
printed();

type Asking = { url: string; body?: object; method?: string; refused?: number };

/** A valid request of every operation that is limited. */
const REQUESTS: Readonly<Record<string, Asking & { kind: RequestLimitName }>> = {
  voice: { kind: "model", url: "/gantry/voice", body: { message: "Build me a task manager" } },
  consult: { kind: "model", url: "/gantry/consult", body: { message: "Build me a task manager" } },
  chat: { kind: "model", url: "/gantry/chat", body: { message: "What are you?" } },
  architect: { kind: "build", url: "/gantry/architect", body: { voice_memo: "Build me a task manager" } },
  createKey: { kind: "key", url: "/gantry/keys", body: { kind: "device", name: "phone" } },
  retry: { kind: "build", url: "/gantry/missions/m_1/retry", body: {} },
  evidence: { kind: "evidence", url: "/gantry/missions/m_1/evidence" },
  // This mission has no draft.
  source: { kind: "evidence", url: "/gantry/missions/m_1/source.zip", refused: 404 },
  decide: {
    kind: "build",
    url: "/gantry/decisions",
    body: {
      gate_id: "conversation.c_1.1",
      epoch: 1,
      snapshot_sha256: planHash(PLAN),
      type: "REJECT",
      justification: "No.",
    },
  },
  beginInstance: {
    kind: "build",
    url: "/gantry/instances",
    body: {
      workflow: "gantry.rollback",
      trigger: { kind: "incident", ref: "INC-7" },
      input: { project: "app", deployment: "dpl_1" },
    },
  },
  gates: { kind: "search", url: "/gantry/gates?mine=true" },
  search: { kind: "search", url: "/gantry/search?q=task" },
  missions: { kind: "search", url: "/gantry/missions?status=FAILED" },
  consultations: { kind: "search", url: "/gantry/consultations?project=app" },
  conversations: { kind: "search", url: "/gantry/conversations?q=task" },
  instances: { kind: "search", url: "/gantry/instances?state=RUNNING" },
  rollback: { kind: "build", url: "/gantry/projects/app/rollback", body: {} },
  change: {
    kind: "model",
    url: "/gantry/projects/app/change",
    body: { message: "make it blue" },
    // The release of this world has no mission.
    refused: 404,
  },
  deleteProject: { kind: "build", url: "/gantry/projects/app", method: "DELETE" },
  checks: { kind: "search", url: "/gantry/checks" },
  clear: { kind: "search", url: "/gantry/missions/clear", body: {} },
};

async function worldOf(): Promise<World> {
  const world = await missionWorld({
    models: {
      consultant: () => ({ proposal: PROPOSAL, speech: "Shall I?", question: null }),
      chat: () => ({ answer: "Gantry." }),
    },
  });
  await sealed(world, { outcome: "failed" });
  await openPlan(world);
  await addProject(world, "app", 2);
  return world;
}

/** A consultation whose plan waits at its gate. */
async function openPlan(world: World): Promise<void> {
  const started = { owner: "owner", deploy: true, publish: true };
  const actor = human(OWNER);
  const opened = await world.ledger.open(conversations, conversationRef("tn_1", "c_1"));
  await opened.append(() => ({ drafts: [{ type: "gantry.conversation.started", data: started, actor }] }));
  await opened.append((state) => ({
    drafts: planGateDrafts(state as Conversation, PLAN, policyRef(world.policy)),
  }));
}

function asking(world: World, id: string) {
  const { url, body, method = body ? "POST" : "GET" } = REQUESTS[id] as Asking;
  const ask = client(world);
  return (options: RequestOptions = {}): Promise<Asked> =>
    ask(method, url, { ...options, ...(body ? { body } : {}) });
}

const viewer = (address: string) => ({ headers: { "x-gantry-viewer": address } });

describe("the rate limit of a request", () => {
  it.each(["/gantry/missions", "/gantry/consultations", "/gantry/conversations", "/gantry/gates"])(
    "does not apply to a list without a filter: %s",
    async (url) => {
      expect((await client(await worldOf())("GET", url)).headers.ratelimit).toBeUndefined();
    },
  );

  it("exists wherever a model, a builder, a pack, a credential or every mission is requested", () => {
    const limited = ROUTES.filter(({ limit }) => limit).map(({ id, limit }) => [id, limit]);
    const expected = Object.entries(REQUESTS).map(([id, { kind }]) => [id, kind]);
    expect(Object.fromEntries(limited)).toEqual(Object.fromEntries(expected));
  });

  it.each(Object.keys(REQUESTS).filter((id) => REQUESTS[id]?.refused === undefined))(
    "for %s counts the request, and refuses it once the user has used up the limit",
    async (id) => {
      const world = await worldOf();
      const ask = asking(world, id);
      const { kind } = REQUESTS[id] as { kind: RequestLimitName };
      const { user, address } = REQUEST_LIMITS[kind];
      const first = await ask();
      expect(first.status).toBeLessThan(300);
      expect(first.headers["ratelimit-policy"]).toBe(
        `"${kind}-user";q=${user.burst};w=${Math.ceil((user.burst / user.per_minute) * 60)}, ` +
          `"${kind}-address";q=${address.burst};w=${Math.ceil((address.burst / address.per_minute) * 60)}`,
      );
      expect(first.headers.ratelimit).toMatch(
        new RegExp(
          `^"${kind}-user";r=${user.burst - 1};t=\\d+, "${kind}-address";r=${address.burst - 1};t=\\d+$`,
        ),
      );
      for (let n = 1; n < user.burst; n++) await ask();
      const before = world.store.items().length;
      const refused = await ask();
      const wait = Math.ceil(60 / user.per_minute);
      expect(refused.json).toMatchObject({ status: 429, code: "TooManyRequests", retry_after_seconds: wait });
      expect(refused.headers["retry-after"]).toBe(String(wait));
      expect(refused.headers.ratelimit).toMatch(new RegExp(`^"${kind}-user";r=0;t=\\d+$`));
      expect(world.store.items()).toHaveLength(before);
      world.clock.advance(wait * 1000);
      expect((await ask()).status).not.toBe(429);
      expect((await ask()).status).toBe(429);
    },
  );

  it("counts requests that are refused, too", async () => {
    const ask = asking(await worldOf(), "change");
    for (let n = 0; n < REQUEST_LIMITS.model.user.burst; n++)
      expect((await ask()).status).toBe(REQUESTS.change?.refused);
    expect((await ask()).status).toBe(429);
  });

  it("does not affect other people or tenants", async () => {
    const ask = asking(await worldOf(), "search");
    for (let n = 0; n < REQUEST_LIMITS.search.user.burst; n++) await ask();
    expect((await ask()).status).toBe(429);
    expect((await ask({ caller: { ...OWNER, principal: "ada" } })).status).toBe(200);
    expect((await ask({ caller: STRANGER })).status).toBe(200);
  });

  it("counts the address too, whoever logs in there", async () => {
    const ask = asking(await worldOf(), "search");
    const { user, address } = REQUEST_LIMITS.search;
    const users = Math.ceil(address.burst / user.burst);
    const as = (n: number, from: string) =>
      ask({ caller: { ...OWNER, principal: `u${n}` }, ...viewer(from) });
    for (let n = 0; n < users * user.burst; n++) await as(n % users, "2001:db8:1:1::1");
    const refused = await as(users, "2001:db8:1:1::2");
    expect([refused.status, refused.json.limits.at(-1).policy]).toEqual([429, "search-address"]);
    expect((await as(users, "2001:db8:1:2::1")).status).toBe(200);
  });

  it("counts once under an Idempotency-Key; after a refusal the key can be used again", async () => {
    const world = await worldOf();
    const ask = asking(world, "chat");
    const keyed = (key: string) => ask({ headers: { "Idempotency-Key": key } });
    const { burst, per_minute } = REQUEST_LIMITS.model.user;
    for (let n = 0; n <= burst; n++) expect((await keyed("one")).status).toBe(200);
    for (let n = 1; n < burst; n++) await ask();
    expect((await keyed("two")).status).toBe(429);
    expect((await keyed("one")).status).toBe(200);
    world.clock.advance(60_000 / per_minute);
    expect((await keyed("two")).status).toBe(200);
  });

  it("does not count a request that is refused as invalid", async () => {
    const world = await worldOf();
    const ask = client(world);
    for (const [url, options] of [
      ["/gantry/search", {}],
      ["/gantry/search?q=a", { caller: null }],
      ["/gantry/search?q=a", { caller: { ...OWNER, membership: "none" } }],
    ] as const)
      await ask("GET", url, options);
    expect((await ask("GET", "/gantry/search?q=a")).headers.ratelimit).toContain('"search-user";r=59;');
  });
});

import { beforeAll, describe, expect, it } from "@jest/globals";
import { memoryWorld } from "#test/support/memory-world.ts";
import { createMission, PLAN, PROPOSAL } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

const worldOf = () =>
  memoryWorld({ models: { consultant: () => ({ proposal: PROPOSAL, speech: "Shall I?", question: null }) } });

describe("a list over HTTP", () => {
  it("is read page by page", async () => {
    const world = worldOf();
    for (const id of ["m_1", "m_2", "m_3"]) {
      await createMission(world, { id });
      world.clock.advance(1000);
    }
    const ask = client(world);
    const first = (await ask("GET", "/gantry/missions?limit=2")).json;
    expect(first.missions.map(({ mission_id }: any) => mission_id)).toEqual(["m_3", "m_2"]);
    const second = (await ask("GET", `/gantry/missions?limit=2&cursor=${first.next_cursor}`)).json;
    expect(second.missions.map(({ mission_id }: any) => mission_id)).toEqual(["m_1"]);
    expect(second.next_cursor).toBeNull();
    const other = await ask("GET", `/gantry/missions?status=FAILED&cursor=${first.next_cursor}`);
    expect(other.json).toMatchObject({ status: 400, code: "InvalidInput", field: "cursor" });
  });

  it.each(["missions", "search", "consultations"])(
    "of %s accepts limits from 1 to 200, and no unknown filter",
    async (list) => {
      const ask = client(worldOf());
      const get = (query: string) =>
        ask("GET", `/gantry/${list}?q=a&${query}`.replace(list === "search" ? "" : "q=a&", ""));
      for (const query of [
        "limit=1",
        "limit=200",
        "from=2026-11-21",
        "to=2026-11-21T09:30:00%2B01:00",
        "project=notes",
      ])
        expect([query, (await get(query)).status]).toEqual([query, 200]);
      for (const [query, field] of [
        ["limit=0", "limit"],
        ["limit=201", "limit"],
        ["cursor=%25", "cursor"],
        ["cursor=AAAA", "cursor"],
        ["status=RUNNING", "status"],
        ["from=yesterday", "from"],
        ["to=2026-02-30", "to"],
        ["project=%23", "project"],
        ["order=desc", "order"],
      ])
        expect([query, (await get(query as string)).json]).toMatchObject([query, { status: 400, field }]);
    },
  );

  it("returns what was searched", async () => {
    const world = worldOf();
    await createMission(world, { id: "m_1" });
    await createMission(world, { id: "m_2", plan: { ...PLAN, title: "Notes" } });
    const { json } = await client(world)("GET", "/gantry/search?q=notes");
    expect(json.missions).toHaveLength(1);
    expect(json).toMatchObject({
      next_cursor: null,
      searched: { missions: 2, fields: ["mission_id", "title", "summary", "request", "project"] },
    });
  });

  it("contains consultations, by status and project too", async () => {
    const world = worldOf();
    const ask = client(world);
    const begin = async () =>
      (await ask("POST", "/gantry/consult", { body: { message: "A task manager" } })).json;
    const first = await begin();
    world.clock.advance(1000);
    const second = await begin();
    const { conversation_id, plan } = first;
    await ask("POST", "/gantry/consult", { body: { conversation_id, confirm: plan.hash } });
    const idsOf = async (query: string) =>
      (await ask("GET", `/gantry/consultations?${query}`)).json.consultations.map(
        (each: any) => each.conversation_id,
      );
    expect(await idsOf("")).toEqual([second.conversation_id, first.conversation_id]);
    expect(await idsOf("status=READY_TO_BUILD")).toEqual([first.conversation_id]);
    expect(await idsOf("state=awaiting_confirmation")).toEqual([second.conversation_id]);
    expect(await idsOf(`project=${PROPOSAL.project_name}`)).toHaveLength(2);
    expect(await idsOf("project=other")).toEqual([]);
    const [entry] = (await ask("GET", "/gantry/consultations?limit=1")).json.consultations;
    expect(entry).toMatchObject({ plan: { title: PROPOSAL.title }, created_at: expect.any(String) });
    expect(entry).not.toHaveProperty("messages");
  });

  it("contains for each mission the request, the confirmed plan and the addresses", async () => {
    const world = worldOf();
    await createMission(world, { id: "m_1" });
    expect((await client(world)("GET", "/gantry/status/m_1")).json).toMatchObject({
      request: PLAN.request,
      plan_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      conversation_id: "c_m_1",
      project: `${PLAN.project_name}-m_1`,
      retry_of: null,
    });
  });
});

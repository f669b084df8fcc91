import { beforeAll, describe, expect, it } from "@jest/globals";
import { memoryWorld, STRANGER } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

/** Two consultations: one with a plan, one that still asks. */
async function consulted() {
  const replies = [
    { proposal: PROPOSAL, speech: "A task manager.", question: null },
    { proposal: null, speech: "What should it list?", question: "What should it list?" },
  ];
  const world = memoryWorld({ models: { consultant: () => replies.shift() } });
  const ask = client(world);
  const said = ["Build me a task manager", `Something   with\nplants ${"x".repeat(200)}`];
  const ids: string[] = [];
  for (const message of said)
    ids.push((await ask("POST", "/gantry/consult", { body: { message } })).json.conversation_id);
  const listed = async (query = "") =>
    (await ask("GET", `/gantry/consultations${query}`)).json.consultations.map(({ title }: any) => title);
  const file = (id: string, body: object) => ask("PATCH", `/gantry/consultation/${id}`, { body });
  return { world, ask, ids: ids as [string, string], listed, file };
}

describe("a consultation in a list", () => {
  it("has the title of its plan, or the beginning of its request", async () => {
    const { listed } = await consulted();
    const [asking, planned] = await listed();
    expect(planned).toBe(PROPOSAL.title);
    expect(asking).toMatch(/^Something with plants x+…$/);
    expect(asking).toHaveLength(120);
  });

  it("has the title that a person gave it, until it is taken back", async () => {
    const { ids, listed, file } = await consulted();
    const { status, json } = await file(ids[0], { title: "Chores" });
    expect({ status, title: json.title, plan: json.plan.title }).toEqual({
      status: 200,
      title: "Chores",
      plan: PROPOSAL.title,
    });
    expect(await listed()).toContain("Chores");
    await file(ids[0], { title: null });
    expect(await listed()).toContain(PROPOSAL.title);
  });

  it("is found by the words of its title and its request", async () => {
    const { ids, listed, file } = await consulted();
    await file(ids[0], { title: "Chores" });
    expect(await listed("?q=chores")).toEqual(["Chores"]);
    expect(await listed("?q=MANAGER%20task")).toEqual(["Chores"]);
    expect(await listed("?q=plants")).toHaveLength(1);
    expect(await listed("?q=nothing")).toEqual([]);
  });

  it("is left out once it is archived, listed among those that are, and can be continued and restored", async () => {
    const { ask, ids, listed, file } = await consulted();
    expect((await file(ids[0], { archived: true })).json.archived).toBe(true);
    expect(await listed()).toHaveLength(1);
    expect(await listed("?archived=true")).toEqual([PROPOSAL.title]);
    const read = (await ask("GET", `/gantry/consultation/${ids[0]}`)).json;
    const body = { conversation_id: ids[0], confirm: read.plan.hash };
    expect((await ask("POST", "/gantry/consult", { body })).status).toBe(202);
    expect((await file(ids[0], { archived: false })).json.archived).toBe(false);
    expect(await listed()).toHaveLength(2);
    expect(await listed("?archived=true")).toEqual([]);
  });

  it("records nothing for what is already so", async () => {
    const { ask, ids, file } = await consulted();
    const before = (await file(ids[0], { title: "Chores", archived: true })).json.updated_at;
    expect((await file(ids[0], { title: "Chores", archived: true })).json.updated_at).toBe(before);
    expect((await ask("GET", `/gantry/consultation/${ids[0]}`)).json.messages).toHaveLength(2);
  });

  it("is not found for a stranger, and refuses what is no filing", async () => {
    const { ask, ids, file } = await consulted();
    const url = `/gantry/consultation/${ids[0]}`;
    expect((await ask("PATCH", url, { body: { title: "Mine" }, caller: STRANGER })).status).toBe(404);
    for (const body of [{}, { title: "" }, { title: "x".repeat(121) }, { archived: "yes" }, { owner: "me" }])
      expect([body, (await file(ids[0], body)).status]).toEqual([body, 400]);
    expect((await file(ids[0], {})).json.detail).toContain("must name title or archived");
  });
});

import { beforeAll, describe, expect, it } from "@jest/globals";
import { memoryWorld, STRANGER } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

const CANCEL = "docs/questions.md#how-do-i-cancel-a-mission";

/** A chat with one question, and a consultation with a plan. */
async function both() {
  const world = memoryWorld({
    models: {
      consultant: () => ({ proposal: PROPOSAL, speech: "A task manager.", question: null }),
      chat: () => ({ answer: "With gantry cancel.", sources: [CANCEL] }),
    },
  });
  const ask = client(world);
  const question = { message: "How do I cancel a mission?" };
  const chat = (await ask("POST", "/gantry/chat", { body: question })).json.conversation_id as string;
  world.clock.advance(1000);
  const request = { message: "Build me a task manager" };
  const consultation = (await ask("POST", "/gantry/consult", { body: request })).json
    .conversation_id as string;
  const listed = async (query = "") =>
    (await ask("GET", `/gantry/conversations${query}`)).json.conversations.map(
      (each: any) => each.conversation_id,
    );
  return { world, ask, chat, consultation, listed };
}

describe("conversations", () => {
  it("are consultations and chats in one list, newest first, page by page and by kind", async () => {
    const { ask, chat, consultation, listed } = await both();
    expect(await listed()).toEqual([consultation, chat]);
    expect(await listed("?kind=chat")).toEqual([chat]);
    expect(await listed("?kind=consultation")).toEqual([consultation]);
    const first = (await ask("GET", "/gantry/conversations?limit=1")).json;
    expect(await listed(`?limit=1&cursor=${first.next_cursor}`)).toEqual([chat]);
    expect((await ask("GET", "/gantry/conversations?kind=mission")).status).toBe(400);
    expect((await ask("GET", "/gantry/consultations")).json.consultations).toHaveLength(1);
  });

  it("say what they are about and what Gantry said last", async () => {
    const { ask } = await both();
    const { conversations } = (await ask("GET", "/gantry/conversations")).json;
    expect(conversations).toMatchObject([
      { kind: "consultation", state: "awaiting_confirmation", title: PROPOSAL.title },
      { kind: "chat", state: "open", title: "How do I cancel a mission?", speech: "With gantry cancel." },
    ]);
  });

  it("are read with their messages, by anyone of the tenant", async () => {
    const { ask, chat, consultation } = await both();
    const { json } = await ask("GET", `/gantry/conversations/${chat}`);
    expect(json).toMatchObject({
      kind: "chat",
      state: "open",
      messages: [
        { from: "person", text: "How do I cancel a mission?" },
        { from: "gantry", text: "With gantry cancel.", sources: [{ path: CANCEL }] },
      ],
    });
    const read = (await ask("GET", `/gantry/conversations/${consultation}`)).json;
    expect(read).toMatchObject({ kind: "consultation", plan: { title: PROPOSAL.title } });
    const { kind: _, ...same } = read;
    expect(same).toEqual((await ask("GET", `/gantry/consultation/${consultation}`)).json);
    for (const id of [chat, consultation])
      expect((await ask("GET", `/gantry/conversations/${id}`, { caller: STRANGER })).status).toBe(404);
    expect((await ask("GET", `/gantry/consultation/${chat}`)).status).toBe(404);
  });

  it("of both kinds are renamed, archived and found", async () => {
    const { ask, chat, consultation, listed } = await both();
    for (const id of [chat, consultation]) {
      const url = `/gantry/conversations/${id}`;
      const filed = await ask("PATCH", url, { body: { title: `Zebra ${id}`, archived: true } });
      expect(filed.json).toMatchObject({ conversation_id: id, title: `Zebra ${id}`, archived: true });
      expect((await ask("PATCH", url, { body: {} })).status).toBe(400);
      expect((await ask("PATCH", url, { body: { title: "Mine" }, caller: STRANGER })).status).toBe(404);
    }
    expect(await listed()).toEqual([]);
    expect(await listed("?archived=true&q=zebra")).toEqual([consultation, chat]);
  });

  it("are continued once for each Idempotency-Key", async () => {
    const { ask, chat } = await both();
    const again = {
      body: { message: "And then?", conversation_id: chat },
      headers: { "idempotency-key": "k-1" },
    };
    const first = await ask("POST", "/gantry/chat", again);
    const second = await ask("POST", "/gantry/chat", again);
    expect(second.json).toEqual(first.json);
    expect((await ask("GET", `/gantry/conversations/${chat}`)).json.messages).toHaveLength(4);
  });
});

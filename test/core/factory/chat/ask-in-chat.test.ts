import { describe, expect, it } from "@jest/globals";
import { allSignals } from "#core/evidence/root.ts";
import { askInChat } from "#core/factory/chat/ask-in-chat.ts";
import { type Chat, chatRef } from "#core/factory/chat/chat.ts";
import { messagesOf, speechOf, stateOf } from "#core/factory/chat/reply.ts";
import { fileConversation } from "#core/factory/conversation/file.ts";
import { openAnyConversation } from "#core/factory/conversation/kind.ts";
import { listConversations } from "#core/factory/conversation/list.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { memoryWorld, OWNER, STRANGER, type World } from "#test/support/memory-world.ts";

const CANCEL = "docs/questions.md#how-do-i-cancel-a-mission";

/** A world whose chat model gives these answers, one after the other; a function may throw. */
function worldThatSays(...answers: readonly (object | (() => never))[]): World {
  const left = [...answers];
  return memoryWorld({
    models: {
      chat: () => {
        const next = left.shift();
        return typeof next === "function" ? next() : next;
      },
    },
  });
}

const chatIn = async (world: World, id: string): Promise<Chat> =>
  (await world.ledger.load<Chat>(chatRef(OWNER.tenant, id))) as Chat;
const typesOf = async (world: World, id: string) =>
  (await allSignals(world.ledger, chatRef(OWNER.tenant, id))).map(({ type }) => type);

const tired = () => {
  throw new GantryError("ModelUnavailable", "The model is busy.");
};

describe("a chat", () => {
  it("keeps the question and its answer with their sources", async () => {
    const world = worldThatSays({ answer: "With gantry cancel.", sources: [CANCEL] });
    const reply = await askInChat(world, OWNER, { message: "How do I cancel a mission?" });
    const sources = [{ title: "How do I cancel a mission?", path: CANCEL }];
    expect(reply).toEqual({
      conversation_id: expect.stringMatching(/^ch_/),
      answer: "With gantry cancel.",
      sources,
    });
    const chat = await chatIn(world, reply.conversation_id);
    expect(messagesOf(chat)).toMatchObject([
      { from: "person", text: "How do I cancel a mission?" },
      { from: "gantry", text: "With gantry cancel.", sources },
    ]);
    expect(chat).toMatchObject({ owner: "owner", usage: { calls: 1 } });
    expect(await typesOf(world, reply.conversation_id)).toEqual([
      "gantry.chat.started",
      "gantry.chat.question_received",
      "gantry.model.called",
      "gantry.chat.answered",
    ]);
  });

  it("is continued by a question that names it, with what was said before in the prompt", async () => {
    const world = worldThatSays({ answer: "With gantry cancel." }, { answer: "Yes." });
    const { conversation_id } = await askInChat(world, OWNER, { message: "How do I cancel?" });
    const second = await askInChat(world, OWNER, { message: "Is that final?", conversation_id });
    expect(second).toMatchObject({ conversation_id, answer: "Yes." });
    expect(messagesOf(await chatIn(world, conversation_id))).toHaveLength(4);
    const [first, next] = world.converser.requests.map(({ messages }) => JSON.stringify(messages));
    expect(first).not.toContain("With gantry cancel.");
    expect(next).toContain("With gantry cancel.");
  });

  it("is not found for another tenant, nor is a consultation a chat", async () => {
    const world = worldThatSays({ answer: "Yes." });
    const { conversation_id } = await askInChat(world, OWNER, { message: "Is it?" });
    for (const [caller, id] of [
      [STRANGER, conversation_id],
      [OWNER, "ch_none"],
      [OWNER, "c_1"],
    ] as const)
      await expect(askInChat(world, caller, { message: "And?", conversation_id: id })).rejects.toMatchObject({
        code: "NotFound",
      });
    expect(world.converser.requests).toHaveLength(1);
  });

  it("asks the model once for a request that is repeated with its ids", async () => {
    const world = worldThatSays({ answer: "Yes." }, { answer: "No." });
    const ids = { ...world.ids, make: (prefix: string) => `${prefix}_same` };
    const first = await askInChat({ ...world, ids }, OWNER, { message: "Is it?" });
    const again = await askInChat({ ...world, ids }, OWNER, { message: "Is it?" });
    expect(again).toEqual(first);
    expect(world.converser.requests).toHaveLength(1);
    expect(messagesOf(await chatIn(world, first.conversation_id))).toHaveLength(2);
  });

  it("keeps a question whose process died, which the repeated request answers", async () => {
    const dead = () => {
      throw new Error("killed");
    };
    const world = worldThatSays(dead, { answer: "Yes." });
    const ids = { ...world.ids, make: (prefix: string) => `${prefix}_same` };
    await expect(askInChat({ ...world, ids }, OWNER, { message: "Is it?" })).rejects.toThrow("killed");
    const kept = await chatIn(world, "ch_same");
    expect(messagesOf(kept)).toMatchObject([{ from: "person", text: "Is it?" }]);
    expect(stateOf(kept, world.clock.now())).toBe("answering");
    expect(stateOf(kept, world.clock.now() + 60_000)).toBe("open");
    expect(await askInChat({ ...world, ids }, OWNER, { message: "Is it?" })).toMatchObject({
      answer: "Yes.",
    });
    expect(messagesOf(await chatIn(world, "ch_same"))).toHaveLength(2);
  });

  it("records why a question has no answer, until it is answered after all", async () => {
    const world = worldThatSays(tired, { answer: "Yes." });
    const ids = { ...world.ids, make: (prefix: string) => `${prefix}_same` };
    const ask = () => askInChat({ ...world, ids }, OWNER, { message: "Is it?" });
    await expect(ask()).rejects.toMatchObject({ code: "ModelUnavailable" });
    const failed = await chatIn(world, "ch_same");
    expect(messagesOf(failed)).toMatchObject([{ failure: { code: "ModelUnavailable" } }]);
    expect(stateOf(failed, world.clock.now())).toBe("open");
    expect(speechOf(failed)).toBe("The model is busy.");
    await ask();
    expect(messagesOf(await chatIn(world, "ch_same"))).toEqual([
      expect.not.objectContaining({ failure: expect.anything() }),
      expect.objectContaining({ text: "Yes." }),
    ]);
  });

  it("ends when it is too long, and keeps what it has", async () => {
    const world = worldThatSays(...Array.from({ length: 12 }, () => ({ answer: "Yes." })));
    const long = "x".repeat(8000);
    let { conversation_id } = await askInChat(world, OWNER, { message: long });
    for (let count = 1; count < 9; count++)
      ({ conversation_id } = await askInChat(world, OWNER, { message: long, conversation_id }));
    await expect(askInChat(world, OWNER, { message: long, conversation_id })).rejects.toMatchObject({
      code: "InvalidInput",
      field: "conversation_id",
    });
    expect(messagesOf(await chatIn(world, conversation_id))).toHaveLength(18);
  });

  it("is listed among conversations of its kind, by title and words, until it is archived", async () => {
    const world = worldThatSays({ answer: "Yes." }, { answer: "No." });
    const { conversation_id } = await askInChat(world, OWNER, { message: "Is it   safe?" });
    const listed = async (filters: object = {}) =>
      (await listConversations(world, OWNER, { limit: 10, ...filters })).entries.map(({ id }) => id);
    const file = async (filing: object) =>
      fileConversation(await openAnyConversation(world, OWNER, conversation_id), OWNER, filing);
    expect(await listed()).toEqual([conversation_id]);
    expect(await listed({ kind: "chat", q: "SAFE" })).toEqual([conversation_id]);
    expect(await listed({ kind: "consultation" })).toEqual([]);
    expect(await listed({ q: "dangerous" })).toEqual([]);
    await file({ title: "Dangerous?", archived: true });
    expect(await listed()).toEqual([]);
    expect(await listed({ archived: true, q: "dangerous" })).toEqual([conversation_id]);
    await file({ title: null, archived: false });
    expect(await chatIn(world, conversation_id)).not.toHaveProperty("title");
  });
});

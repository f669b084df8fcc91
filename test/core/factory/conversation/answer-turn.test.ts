import { describe, expect, it } from "@jest/globals";
import { allSignals } from "#core/evidence/root.ts";
import { answerTurn } from "#core/factory/conversation/answer-turn.ts";
import { commission } from "#core/factory/conversation/commission.ts";
import { consult } from "#core/factory/conversation/consult.ts";
import { openConversation } from "#core/factory/conversation/open.ts";
import type { ConversationTurn } from "#core/factory/conversation/turns.ts";
import { findMission, listMissions } from "#core/factory/mission/find.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { Crash, noPause, type Pause } from "#test/support/memory-pause.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";
import { answerAsked, answerInTime, deliverMessages, worldWithModel } from "#test/support/turns.ts";

const WISH = { message: "A task manager" };
const worldOf = (
  consultant: () => unknown = () => ({ proposal: PROPOSAL, speech: "Shall I?", question: null }),
) => worldWithModel({ models: { consultant } });

const stateOf = async (world: World, id: string) => (await openConversation(world, OWNER, id)).state;
const missionsOf = async (world: World) => (await listMissions(world, OWNER, { limit: 10 })).entries;
const typesOf = async (world: World, id: string) =>
  (await allSignals(world.ledger, { tenant: OWNER.tenant, kind: "conversation", id })).map(
    ({ type }) => type,
  );

/** A message whose request ended before the answer, and its turn. */
async function deferred(world: World) {
  const { conversation_id } = await consult(world, OWNER, WISH);
  await deliverMessages(world);
  const [turn] = world.turns.asked.splice(0);
  return { conversation_id, turn: turn as ConversationTurn };
}

describe("a message to a language model", () => {
  it("has its answer in the reply when the answer comes in time, and a yes confirms it", async () => {
    const world = worldOf();
    answerInTime(world);
    const { conversation_id, state, plan } = await consult(world, OWNER, WISH);
    expect({ state, title: plan?.title }).toEqual({ state: "awaiting_confirmation", title: PROPOSAL.title });
    const { mission_id } = await consult(world, OWNER, { conversation_id, message: "yes" });
    expect(await findMission(world, OWNER, mission_id as string)).toMatchObject({ conversation_id });
  });

  it("is answered after the request when the answer takes longer", async () => {
    const world = worldOf();
    const said = await consult(world, OWNER, WISH);
    expect(said).toMatchObject({ state: "planning", status: "PLANNING", plan: null });
    await answerAsked(world);
    expect(await stateOf(world, said.conversation_id)).toMatchObject({
      status: "awaiting_confirmation",
      plan: { title: PROPOSAL.title },
      messages: [{ from: "person" }, { from: "gantry" }],
    });
  });

  it("has its plan shown by a yes before another yes confirms it", async () => {
    const world = worldOf();
    const { conversation_id } = await consult(world, OWNER, WISH);
    expect(await consult(world, OWNER, { conversation_id, message: "yes" })).toMatchObject({
      state: "planning",
    });
    await answerAsked(world);
    const shown = await consult(world, OWNER, { message: "yes" });
    expect(shown).toMatchObject({ conversation_id, state: "awaiting_confirmation", speech: "Shall I?" });
    expect(await missionsOf(world)).toEqual([]);
    expect((await consult(world, OWNER, { message: "yes" })).mission_id).toMatch(/^m_/);
  });

  it("has a plan that its hash confirms at once, because whoever names the hash has read it", async () => {
    const world = worldOf();
    const { conversation_id } = await consult(world, OWNER, WISH);
    await answerAsked(world);
    const { plan_hash } = await stateOf(world, conversation_id);
    const { mission_id } = await consult(world, OWNER, { conversation_id, confirm: plan_hash as string });
    expect(mission_id).toMatch(/^m_/);
  });

  it("is no longer answered after a newer one, and the model is not called for it", async () => {
    const world = worldOf();
    const { conversation_id, turn } = await deferred(world);
    await consult(world, OWNER, { conversation_id, message: "in blue" });
    await answerTurn(world, turn);
    expect(world.converser.requests).toEqual([]);
    await answerAsked(world);
    expect((await stateOf(world, conversation_id)).plan?.request).toEqual(["A task manager", "in blue"]);
  });

  it("can be dropped while its answer is awaited", async () => {
    const world = worldOf();
    const { conversation_id, turn } = await deferred(world);
    const said = await consult(world, OWNER, { conversation_id, message: "start over" });
    expect(said).toMatchObject({ state: "open", question: "What shall I build?" });
    await answerTurn(world, turn);
    expect(await stateOf(world, conversation_id)).toMatchObject({ status: "open", plan: null });
  });

  it("has the error of the model as its reply, or later as what is said", async () => {
    const refused = new GantryError("ModelUnavailable", "The model does not respond.");
    const world = worldOf(() => {
      throw refused;
    });
    const { conversation_id } = await consult(world, OWNER, WISH);
    await answerAsked(world);
    const { status, speech } = await stateOf(world, conversation_id);
    expect({ status, speech }).toEqual({ status: "open", speech: "The model does not respond." });
    answerInTime(world);
    await expect(consult(world, OWNER, { conversation_id, message: "again" })).rejects.toMatchObject({
      code: "ModelUnavailable",
      message: "The model does not respond.",
    });
  });
});

describe("a turn after its request", () => {
  it("is started by the signal of the message, and by none that a program answers", async () => {
    const world = worldOf();
    const { conversation_id, turn } = await deferred(world);
    expect(turn).toEqual({ tenant: OWNER.tenant, conversation_id, message: expect.any(Number) });
    const brain = worldWithModel({
      models: { consultant: () => ({ proposal: PROPOSAL, speech: "Shall I?", question: null }) },
    });
    const program = { ...brain, models: { ...brain.models, consultant: "gantry.offline-brain" } };
    await consult(program, OWNER, WISH);
    await deliverMessages(program);
    expect(program.turns.asked).toEqual([]);
  });

  it("has one answer, however often and at the same time it runs", async () => {
    const world = worldOf();
    const { conversation_id, turn } = await deferred(world);
    await Promise.all([answerTurn(world, turn), answerTurn(world, turn)]);
    await answerTurn(world, turn);
    const { messages, plan } = await stateOf(world, conversation_id);
    expect(messages.map(({ from }) => from)).toEqual(["person", "gantry"]);
    expect(plan?.title).toBe(PROPOSAL.title);
  });

  it("is answered although its process dies at any moment, or its message is given up after two deaths", async () => {
    let moments = 0;
    for (let at = 0; ; at++) {
      const world = worldOf();
      const { conversation_id, turn } = await deferred(world);
      const pause = dying(at);
      world.pauseWith(pause);
      await answerTurn(world, turn).catch(() => {});
      world.pauseWith(noPause);
      if (!pause.died) break;
      moments++;
      await answerTurn(world, turn);
      const { status, messages } = await stateOf(world, conversation_id);
      expect([at, status, messages.length]).toEqual([at, "awaiting_confirmation", 2]);
    }
    expect(moments).toBeGreaterThan(8);
  });

  it("gives up after two attempts that came to no end", async () => {
    const world = worldOf(() => {
      throw new Error("out of memory");
    });
    const { conversation_id, turn } = await deferred(world);
    for (const _ of ["first", "second"])
      await expect(answerTurn(world, turn)).rejects.toThrow("out of memory");
    await answerTurn(world, turn);
    expect(world.converser.requests).toHaveLength(2);
    expect(await typesOf(world, conversation_id)).toContain("gantry.conversation.unanswered");
    expect(await stateOf(world, conversation_id)).toMatchObject({
      status: "open",
      speech: "The consultant failed repeatedly; send the message again.",
    });
  });
});

describe("a commission whose plan takes longer than its request", () => {
  const ASKED = { voice_memo: "A task manager", deploy: false, publish: true };

  it("starts its mission when the plan is there, by the words that were said", async () => {
    const world = worldOf();
    const { mission_id, conversation_id } = await commission(world, OWNER, ASKED);
    expect(mission_id).toBeNull();
    await answerAsked(world);
    const [mission] = await missionsOf(world);
    expect(mission).toMatchObject({ conversation_id, requester: OWNER.principal, plan: { deploy: false } });
    expect((await stateOf(world, conversation_id)).mission_id).toBe(mission?.id);
    const signals = await allSignals(world.ledger, {
      ...{ tenant: OWNER.tenant, kind: "conversation" as const },
      id: conversation_id,
    });
    expect(signals.find(({ type }) => type === "gantry.decision.recorded")?.data).toMatchObject({
      ...{ type: "APPROVE", actor: OWNER.principal },
      basis: { kind: "words", deploy: false, publish: true },
    });
  });

  it("starts one mission although its process dies between the plan and the decision", async () => {
    for (let at = 0; ; at++) {
      const world = worldOf();
      await commission(world, OWNER, ASKED);
      await deliverMessages(world);
      const [turn] = world.turns.asked as [ConversationTurn];
      const pause = dying(at);
      world.pauseWith(pause);
      await answerTurn(world, turn).catch(() => {});
      world.pauseWith(noPause);
      if (!pause.died) break;
      await answerTurn(world, turn);
      await answerTurn(world, turn);
      expect([at, (await missionsOf(world)).length]).toEqual([at, 1]);
    }
  });

  it("starts none when there is no plan", async () => {
    const world = worldOf(() => ({ proposal: null, speech: "I build small web apps.", question: null }));
    const { conversation_id } = await commission(world, OWNER, ASKED);
    await answerAsked(world);
    expect(await missionsOf(world)).toEqual([]);
    expect(await stateOf(world, conversation_id)).toMatchObject({ speech: "I build small web apps." });
  });

  it("starts it in the request when the plan comes in time", async () => {
    const world = worldOf();
    answerInTime(world);
    expect((await commission(world, OWNER, ASKED)).mission_id).toMatch(/^m_/);
    expect(await missionsOf(world)).toHaveLength(1);
  });
});

/** A process that dies at a moment and stays dead. */
function dying(at: number): Pause & { readonly died: boolean } {
  let moment = 0;
  const tick = () => {
    if (moment++ >= at) throw new Crash(`died at moment ${at}`);
  };
  return {
    get died() {
      return moment > at;
    },
    async around(_, act) {
      tick();
      const result = await act();
      tick();
      return result;
    },
  };
}

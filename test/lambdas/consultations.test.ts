import { beforeAll, describe, expect, it } from "@jest/globals";
import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import { PLANTS } from "#test/core/factory/generate/samples.ts";
import { machineOf } from "#test/support/callers.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { PLAN, PROPOSAL } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

const LEDGER: LedgerEntry[] = [
  { words: "task manager", message: 0, outcome: "met", by: "entities.task" },
  { words: "please", message: 0, outcome: "context", by: null },
  { words: "login", message: 0, outcome: "refused", by: "there are no accounts" },
  { words: "save", message: 0, outcome: "met_by_kind", by: null },
];
const body = { message: "Build me a task manager" };
const planned = () => ({ proposal: PROPOSAL, speech: "A task manager.", question: "Shall I?" });
const asking = () => ({ proposal: null, speech: "What should it list?", question: "What should it list?" });
const askOf = (consultant: () => object = planned) => client(memoryWorld({ models: { consultant } }));

/** A consultation whose plan is confirmed, with its mission. */
async function confirmed() {
  const ask = askOf();
  const { conversation_id, plan } = (await ask("POST", "/gantry/consult", { body })).json;
  const confirmation = { conversation_id, confirm: plan.hash };
  const reply = await ask("POST", "/gantry/consult", { body: confirmation });
  return { ask, conversation_id, reply, mission_id: reply.json.mission_id as string };
}

describe("a consultation", () => {
  it("contains what was said, by whom and when, with its plan and its question", async () => {
    const ask = askOf();
    const { conversation_id, plan } = (await ask("POST", "/gantry/consult", { body })).json;
    const { status, json } = await ask("GET", `/gantry/consultation/${conversation_id}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      conversation_id,
      plan,
      state: "awaiting_confirmation",
      question: "Shall I?",
    });
    const time = expect.stringMatching(/Z$/);
    expect(json.messages).toEqual([
      { from: "person", text: body.message, time },
      { from: "gantry", text: json.speech, time },
    ]);
    expect(json.conversation_history).toEqual([
      { role: "user", content: body.message },
      { role: "assistant", content: json.speech },
    ]);
  });

  it("is found by the id of its mission, and its mission by the id of the consultation", async () => {
    const { ask, conversation_id, mission_id } = await confirmed();
    const byMission = await ask("GET", `/gantry/consultation/${mission_id}`);
    expect(byMission.json).toMatchObject({ conversation_id, mission_id, status: "READY_TO_BUILD" });
    const byConsultation = await ask("GET", `/gantry/status/${conversation_id}`);
    expect(byConsultation.json).toEqual((await ask("GET", `/gantry/status/${mission_id}`)).json);
    expect(byConsultation.json).toMatchObject({ mission_id, status: "QUEUED" });
  });

  it("has the status AWAITING_INPUT while it has no mission", async () => {
    const ask = askOf();
    const { conversation_id } = (await ask("POST", "/gantry/consult", { body })).json;
    const { status, json } = await ask("GET", `/gantry/status/${conversation_id}`);
    expect([status, json.status, json.speech]).toEqual([200, "AWAITING_INPUT", "A task manager."]);
  });

  it.each(["status", "consultation"])(
    "is read by a machine at /gantry/%s only with the scopes of both",
    async (path) => {
      const { ask, conversation_id, mission_id } = await confirmed();
      const [other, scope, missing] =
        path === "status"
          ? [conversation_id, "missions:read", "consultations:read"]
          : [mission_id, "consultations:read", "missions:read"];
      const read = (...scopes: string[]) =>
        ask("GET", `/gantry/${path}/${other}`, { caller: machineOf({ scopes }) });
      const refused = await read(scope);
      expect([refused.status, refused.json]).toEqual([403, expect.objectContaining({ scope: missing })]);
      expect((await read(scope, missing)).status).toBe(200);
    },
  );
});

describe("the reply to a message", () => {
  it("says in the consultant's words what is needed next", async () => {
    const without = await askOf(asking)("POST", "/gantry/consult", { body });
    expect([without.status, without.json.state, without.json.status]).toEqual([200, "open", "NEEDS_INPUT"]);
    const shown = await askOf()("POST", "/gantry/consult", { body });
    expect([shown.status, shown.json.status]).toEqual([200, "NEEDS_CONFIRMATION"]);
    const { reply } = await confirmed();
    expect([reply.status, reply.json.state, reply.json.status]).toEqual([202, "confirmed", "READY_TO_BUILD"]);
  });

  it("contains the full response, the pending question and what the plan proposes", async () => {
    const { json } = await askOf()("POST", "/gantry/consult", { body });
    expect(json).toMatchObject({
      response: "A task manager. Shall I?",
      pending_question: "Shall I?",
      proposed_stack: PROPOSAL.stack,
      features: PLAN.features,
      build_prompt: body.message,
      confidence: null,
    });
    expect((await askOf(asking)("POST", "/gantry/consult", { body })).json).toMatchObject({
      response: "What should it list?",
      proposed_stack: null,
      features: [],
      build_prompt: null,
    });
  });

  it("names the product whose look the app follows", async () => {
    const specification = { ...PLANTS, look: { ...PLANTS.look, theme: "boards" } };
    const themed = () => ({ ...planned(), proposal: { ...PROPOSAL, specification } });
    expect((await askOf(themed)("POST", "/gantry/consult", { body })).json.design_target).toBe("TRELLO");
    expect((await askOf()("POST", "/gantry/consult", { body })).json.design_target).toBeNull();
  });

  it("states as confidence the share of the requested parts that the plan meets", async () => {
    const withLedger = () => ({ ...planned(), proposal: { ...PROPOSAL, ledger: LEDGER } });
    const { json } = await askOf(withLedger)("POST", "/gantry/consult", { body });
    expect(json.confidence).toBe(0.67);
  });

  it("by voice is brief, and awaits input until a mission builds the plan", async () => {
    const ask = askOf();
    const { status, json } = await ask("POST", "/gantry/voice", { body });
    expect([status, json.status, json.state]).toEqual([200, "AWAITING_INPUT", "awaiting_confirmation"]);
    expect(json).not.toHaveProperty("conversation_history");
    const { conversation_id } = json;
    const yes = await ask("POST", "/gantry/voice", { body: { conversation_id, message: "Yes, proceed" } });
    expect([yes.status, yes.json.status]).toEqual([202, "READY_TO_BUILD"]);
    expect(yes.json.mission_id).toMatch(/^m_/);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { consult } from "#core/factory/conversation/consult.ts";
import { actionFor, TRANSITIONS, TURNS, turnOf } from "#core/factory/conversation/dialogue.ts";
import { findMission, listMissions } from "#core/factory/mission/find.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { memoryWorld, OWNER, type World } from "#test/support/memory-world.ts";
import { fc } from "#test/support/property.ts";
import { PROPOSAL } from "#test/support/samples.ts";

type Named = "no" | "later" | "start_over" | "courtesy" | "message";
const cases: Record<Named, string[]> & { yes: string[] } = {
  ...JSON.parse(readFileSync(new URL("../../../cases/turns.json", import.meta.url), "utf8")),
  yes: JSON.parse(readFileSync(new URL("../../../cases/affirmative.json", import.meta.url), "utf8")).yes,
};

describe("a turn of a consultation", () => {
  it.each(TURNS.flatMap((turn) => cases[turn].map((sentence) => [sentence, turn] as const)))(
    "%j is %s",
    (sentence, turn) => expect(turnOf(sentence).turn).toBe(turn),
  );

  it("is answered in the language in which it was recognised", () => {
    expect(["später", "plus tard", "más tarde", "later"].map((text) => turnOf(text).locale)).toEqual([
      "de",
      "fr",
      "es",
      "en",
    ]);
  });
});

describe("the transitions of a consultation", () => {
  it("confirm only a yes, and only where a plan is or was shown", () => {
    const confirming = Object.entries(TRANSITIONS).flatMap(([status, actions]) =>
      TURNS.filter((turn) => actions[turn] === "confirm").map((turn) => `${status} ${turn}`),
    );
    expect(confirming).toEqual(["awaiting_confirmation yes", "confirmed yes"]);
  });

  it("leave a no beside open questions of the plan to the consultant", () => {
    const question = { id: "tags", question: "Tags?", options: ["Yes", "No"], default: "No" };
    const at = (questions: Plan["questions"]) => ({
      status: "awaiting_confirmation" as const,
      plan: { questions } as Plan,
    });
    expect(actionFor(at([]), "no")).toBe("withdraw");
    expect(actionFor(at([question]), "no")).toBe("consult");
  });
});

const COST = "What does it cost?";
const consultant = (request: unknown) => {
  const text = JSON.stringify(request);
  const isAside = text.lastIndexOf(COST) > Math.max(text.lastIndexOf("Add "), text.lastIndexOf("A list"));
  return { proposal: isAside ? null : PROPOSAL, aside: isAside, speech: "So.", question: null };
};
const worldOf = () => memoryWorld({ models: { consultant } });
const missionsOf = async (world: World) => (await listMissions(world, OWNER, { limit: 10 })).entries;

describe("any sequence of turns", () => {
  const turn = fc.constantFrom(
    "yes",
    "no",
    "later",
    "thank you",
    "start over",
    COST,
    "Add tags",
    "Add search",
    "old hash",
  );

  it("builds only after a yes to the plan shown last, and keeps the hash of a plan that did not change", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 9 }), async (turns) => {
        const world = worldOf();
        const first = await consult(world, OWNER, { message: "A list" });
        const { conversation_id } = first;
        const seen = new Set([first.plan?.hash]);
        let shown = first.plan?.hash;
        let request = ["A list"];
        for (const message of turns) {
          if (message === "old hash") {
            for (const hash of [...seen].filter((each) => each !== undefined && each !== shown))
              await expect(
                consult(world, OWNER, { conversation_id, confirm: hash as string }),
              ).rejects.toMatchObject({ code: "StalePlan" });
            continue;
          }
          const said = await consult(world, OWNER, { conversation_id, message });
          if (message === "yes" && shown) {
            expect((await findMission(world, OWNER, said.mission_id as string)).plan_hash).toBe(shown);
            return;
          }
          expect(await missionsOf(world)).toEqual([]);
          if (message === "later" || (message === "thank you" && shown)) expect(said.plan?.hash).toBe(shown);
          if (message === COST && shown) expect(said.plan?.hash).toBe(shown);
          if (message === "no" && shown) expect(said.plan).toBeNull();
          if (message === "start over") {
            expect(said.plan).toBeNull();
            request = [];
          }
          if (message.startsWith("Add")) {
            request.push(message);
            for (const each of request) expect(said.plan?.request).toContain(each);
            expect(said.plan?.request.includes("A list")).toBe(request.includes("A list"));
          }
          shown = said.plan?.hash;
          seen.add(shown);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("replies to a no and to a later without asking the consultant", async () => {
    const world = worldOf();
    const { conversation_id, plan } = await consult(world, OWNER, { message: "A list" });
    const calls = world.converser.requests.length;
    const later = await consult(world, OWNER, { conversation_id, message: "später" });
    expect(later).toMatchObject({ status: "NEEDS_CONFIRMATION", plan: { hash: plan?.hash } });
    const no = await consult(world, OWNER, { conversation_id, message: "no" });
    expect(no).toMatchObject({ status: "NEEDS_INPUT", plan: null, question: "What should be different?" });
    expect(world.converser.requests.length).toBe(calls);
  });

  it.each([
    ["en", "the plan stays as it is", "I will not build it"],
    ["de", "der Plan bleibt, wie er ist", "ich baue das nicht"],
    ["fr", "le plan reste tel quel", "je ne construis rien"],
    ["es", "el plan queda", "no lo construyo"],
  ] as const)("replies by rule in the language of the plan: %s", async (locale, kept, left) => {
    const proposal = { ...PROPOSAL, specification: { ...PLANTS, locale } };
    const world = memoryWorld({
      models: { consultant: () => ({ proposal, speech: "So.", question: null }) },
    });
    const { conversation_id } = await consult(world, OWNER, { message: "A list" });
    const say = async (message: string) => (await consult(world, OWNER, { conversation_id, message })).speech;
    expect(await say("later")).toContain(kept);
    expect(await say("no")).toContain(left);
  });

  it.each([
    ["en", "Confirmed. Building Habits now."],
    ["de", "Bestätigt. Habits wird jetzt gebaut."],
    ["fr", "Confirmé. Je construis Habits maintenant."],
    ["es", "Confirmado. Ahora construyo Habits."],
  ] as const)("confirms in the language of the plan: %s", async (locale, speech) => {
    const proposal = { ...PROPOSAL, title: "Habits", specification: { ...PLANTS, locale } };
    const world = memoryWorld({
      models: { consultant: () => ({ proposal, speech: "So.", question: null }) },
    });
    const { conversation_id } = await consult(world, OWNER, { message: "A list" });
    expect(await consult(world, OWNER, { conversation_id, message: "yes" })).toMatchObject({ speech });
  });
});

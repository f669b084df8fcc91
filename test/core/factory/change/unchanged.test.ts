import { describe, expect, it } from "@jest/globals";
import { consult } from "#core/factory/conversation/consult.ts";
import { generateApp } from "#core/factory/generate/generate.ts";
import type { Plan, Proposal } from "#core/factory/plan/plan.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { ModelRequest } from "#core/model/converser.ts";
import { consult as brain } from "#local/brain/roles/consultant.ts";
import { memoryWorld, OWNER } from "#test/support/memory-world.ts";
import { fc } from "#test/support/property.ts";
import { createMission } from "#test/support/samples.ts";
import { answerInTime } from "#test/support/turns.ts";
import { inputOf, release, say, store } from "./released.ts";

const WORDS = "plant watering tracker with photos and a calendar";
/** What people say beside a plan and that asks for nothing. */
const CHATTER = [
  ...["thanks", "hello there", "danke", "merci", "buenos días", "not now"],
  ...["nice", "thanks, nice", "both", "what does it cost?", "how long does it take?"],
];

async function changing() {
  const world = memoryWorld({
    models: { consultant: (request: ModelRequest) => brain(inputOf(request)) },
  });
  const proposal = brain({ messages: [WORDS] }).proposal as Proposal;
  const plan: Plan = { ...proposal, deploy: true, publish: true, request: [WORDS], design_image: null };
  await createMission(world, { plan });
  const specification = plan.specification as Specification;
  const source = await store(world, generateApp({ ...plan, specification }, await world.library()));
  await release(world, { source, generated_base: source });
  return { world, first: await say(world, "make it blue") };
}

type World = ReturnType<typeof memoryWorld>;
const goOn = (world: World, conversation_id: string, message: string) => {
  answerInTime(world);
  return consult(world, OWNER, { conversation_id, message });
};

describe("turns without effect in the consultation of a change", () => {
  it("leave the plan and its hash, in any order", async () => {
    const { world, first } = await changing();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...CHATTER), { minLength: 1, maxLength: 3 }),
        async (said) => {
          for (const message of said) {
            const { plan, state } = await goOn(world, first.conversation_id, message);
            expect([message, state, plan?.hash]).toEqual([
              message,
              "awaiting_confirmation",
              first.plan?.hash,
            ]);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it("do not hide one that has an effect after them", async () => {
    const { world, first } = await changing();
    await goOn(world, first.conversation_id, "thanks, nice");
    const { plan, speech } = await goOn(world, first.conversation_id, "add a price");
    expect(plan?.hash).not.toBe(first.plan?.hash);
    expect(plan?.change?.edits).toEqual(expect.arrayContaining([expect.stringMatching(/Price/)]));
    expect(speech).toMatch(/Price/);
  });
});

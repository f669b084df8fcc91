import { describe, expect, it } from "@jest/globals";
import { featuresOf } from "#core/factory/generate/features.ts";
import { promisesOf } from "#core/factory/generate/generate.ts";
import type { Proposal } from "#core/factory/plan/plan.ts";
import { propose } from "#core/factory/plan/propose.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { memoryWorld, OWNER } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";

/** A consultant that returns these proposals, one for each call, and what becomes of the last. */
async function proposed(...proposals: Proposal[]) {
  const replies = [...proposals];
  const world = memoryWorld({
    models: { consultant: () => ({ proposal: replies.shift(), speech: "Here it is.", question: null }) },
  });
  const unusable: CallRecord[] = [];
  const wish = {
    ...{ tenant: OWNER.tenant, words: ["a plant tracker"], previous: null },
    ...{ deploy: true, publish: true, image: null },
  };
  const result = propose(world, wish, { onUnusable: (call) => void unusable.push(call) });
  return { result, unusable, requests: world.converser.requests };
}

const APP: Proposal = { ...PROPOSAL, kind: "app", specification: PLANTS };
const FAULTY: Proposal = {
  ...APP,
  specification: {
    ...PLANTS,
    views: [{ id: "v", name: "V", entity: "tree", kind: "list", fields: ["name"] }],
  },
};
const FAULT = "views.v: 'tree' is not an entity.";

describe("a proposal whose specification has faults", () => {
  it("goes back to its author once, with the faults", async () => {
    const { result, unusable, requests } = await proposed(FAULTY, APP);
    expect((await result).plan?.specification).toEqual(PLANTS);
    expect(unusable).toHaveLength(1);
    expect(requests[1]?.messages.at(-1)?.text).toContain(FAULT);
  });

  it("is refused when the repair has faults as well, and both calls are counted", async () => {
    const { result, unusable, requests } = await proposed(FAULTY, FAULTY);
    await expect(result).rejects.toMatchObject({
      code: "ModelRefused",
      message: `The model returned no usable response: ${FAULT}`,
    });
    expect(unusable).toHaveLength(2);
    expect(requests).toHaveLength(2);
  });

  it.each<[string, Proposal, string]>([
    [
      "that does not match the schema",
      { ...APP, specification: { ...PLANTS, entities: [] } },
      "specification.entities",
    ],
    [
      "on a stack without a generator",
      { ...APP, stack: "node-api" },
      "built on the stack static, not node-api",
    ],
    [
      "and a ledger of a message that does not exist",
      { ...APP, ledger: [{ words: "x", message: 1, outcome: "context", by: null }] },
      "ledger.0.message: message 1 does not exist.",
    ],
  ])("goes back as well %s", async (_, proposal, fault) => {
    const { result, requests } = await proposed(proposal, APP);
    await result;
    expect(requests[1]?.messages.at(-1)?.text).toContain(fault);
  });
});

describe("a plan with a specification", () => {
  it("promises what the generated app is tested for, and keeps what was left out", async () => {
    const login = { id: "login", title: "Login", included: false };
    const boasts = { ...APP, acceptance: ["It is loved."], features: [...PROPOSAL.features, login] };
    const { plan } = await (await proposed(boasts)).result;
    expect(plan?.acceptance).toEqual(promisesOf(PLANTS));
    expect(plan?.features).toEqual([...featuresOf(PLANTS), login]);
  });

  it("is unchanged otherwise, and so is a plan without one", async () => {
    const { plan } = await (await proposed(APP)).result;
    expect(plan).toMatchObject({ title: APP.title, summary: APP.summary, specification: PLANTS });
    expect((await (await proposed(PROPOSAL)).result).plan).toMatchObject(PROPOSAL);
  });
});

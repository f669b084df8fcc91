import { describe, expect, it } from "@jest/globals";
import { featuresOf } from "#core/factory/generate/features.ts";
import { promisesOf } from "#core/factory/generate/generate.ts";
import type { Proposal } from "#core/factory/plan/plan.ts";
import { propose } from "#core/factory/plan/propose.ts";
import type { Site } from "#core/factory/specification/site.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import { WORKSHOP } from "#test/core/factory/generate/site/samples.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { memoryWorld, OWNER } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";

/** A consultant that returns these proposals, one for each call, and what becomes of the last. */
const proposed = (...proposals: Proposal[]) => proposedBy(undefined, proposals);

/** The same, by this model; by the offline brain without one. */
async function proposedBy(
  consultant: string | undefined,
  proposals: readonly Proposal[],
  architect = consultant,
) {
  const replies = [...proposals];
  const memory = memoryWorld({
    models: { consultant: () => ({ proposal: replies.shift(), speech: "Here it is.", question: null }) },
  });
  const named = { ...(consultant && { consultant }), ...(architect && { architect }) };
  const world = { ...memory, models: { ...memory.models, ...named } };
  const unusable: CallRecord[] = [];
  const wish = {
    ...{ tenant: OWNER.tenant, words: ["a plant tracker"], previous: null },
    ...{ deploy: true, publish: true, image: null },
  };
  const result = propose(world, wish, { onUnusable: (call) => void unusable.push(call) });
  return { result, unusable, requests: world.converser.requests };
}

const BAKERY: Site = {
  ...WORKSHOP,
  name: "Bakery",
  sections: [{ id: "hero", kind: "hero", title: "Bakery", lead: "Bakery", action: null }],
};
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
    [
      "for a site with a section that says only its title",
      { ...APP, title: "Bakery", specification: BAKERY },
      "“The page shows “Bakery”” says nothing but the title 'Bakery'",
    ],
  ])("goes back as well %s", async (_, proposal, fault) => {
    const { result, requests } = await proposed(proposal, APP);
    await result;
    expect(requests[1]?.messages.at(-1)?.text).toContain(fault);
  });
});

describe("a language model's plan without a specification", () => {
  const ADD = "A task can be added.";
  const EXPORT = "A click on Export downloads the tasks as CSV.";
  const feature = (id: string, promise?: string, included = true) => ({
    ...{ id, title: id, included },
    ...(promise === undefined ? {} : { promise }),
  });
  const GOOD: Proposal = {
    ...PROPOSAL,
    acceptance: [ADD, EXPORT],
    features: [feature("tasks", ADD), feature("export", EXPORT), feature("login", undefined, false)],
  };
  const by = (...proposals: Proposal[]) => proposedBy(DEFAULT_MODELS.large, proposals);

  it("has a promise for each included feature, and is kept without the links between them", async () => {
    const { result, requests } = await by(GOOD);
    const { plan } = await result;
    expect(requests).toHaveLength(1);
    expect(plan?.acceptance).toEqual([ADD, EXPORT]);
    expect(plan?.features).toEqual([feature("tasks"), feature("export"), feature("login", undefined, false)]);
  });

  it.each<[string, Partial<Proposal>, string]>([
    ["it promises nothing", { acceptance: [] }, "acceptance: it is empty"],
    ["a feature has no promise", { features: [feature("export")] }, "'export' is included without a promise"],
    [
      "a promise is none of the plan",
      { features: [feature("export", "It exports.")] },
      "the promise of 'export' is no entry of acceptance",
    ],
    [
      "two features share a promise",
      { features: [feature("tasks", ADD), feature("export", ADD)] },
      "'export' has the promise of 'tasks'",
    ],
  ])("goes back to its author once if %s", async (_, fields, fault) => {
    const bad = { ...GOOD, ...fields };
    const { result, requests } = await by(bad, GOOD);
    expect((await result).plan?.acceptance).toEqual([ADD, EXPORT]);
    expect(requests[1]?.messages.at(-1)?.text).toContain(fault);
    const twice = await by(bad, bad);
    await expect(twice.result).rejects.toMatchObject({ code: "ModelRefused" });
  });
});

describe("the kind of a plan", () => {
  const named: Proposal = {
    ...PROPOSAL,
    kind: "task-manager-react",
    acceptance: ["A task can be added."],
    features: [{ id: "tasks", title: "Tasks", included: true, promise: "A task can be added." }],
  };

  it("by a language model that names a blueprint is a design by a model, without another call", async () => {
    const { result, requests } = await proposedBy(DEFAULT_MODELS.large, [named]);
    expect((await result).plan?.kind).toBe("custom");
    expect(requests).toHaveLength(1);
  });

  it("by a language model is that of its specification, whatever it names", async () => {
    const app = await proposedBy(DEFAULT_MODELS.large, [{ ...APP, kind: "task-manager-react" }]);
    expect((await app.result).plan?.kind).toBe("app");
    const site = { ...APP, kind: "custom", title: "Workshop", specification: WORKSHOP };
    expect((await (await proposedBy(DEFAULT_MODELS.large, [site])).result).plan?.kind).toBe("site");
  });

  it("by the offline brain is the blueprint that it builds, also behind the id of a language model", async () => {
    expect((await (await proposed(named)).result).plan?.kind).toBe("task-manager-react");
    const behind = await proposedBy(DEFAULT_MODELS.large, [named], memoryWorld().models.architect);
    expect((await behind.result).plan?.kind).toBe("task-manager-react");
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
    const { features, ...offered } = PROPOSAL;
    const named = features.map(({ promise, ...feature }) => feature);
    expect((await (await proposed(PROPOSAL)).result).plan).toMatchObject({ ...offered, features: named });
  });
});

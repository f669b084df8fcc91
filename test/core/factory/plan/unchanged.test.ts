import { describe, expect, it } from "@jest/globals";
import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import { type Plan, type Proposal, planHash } from "#core/factory/plan/plan.ts";
import { propose } from "#core/factory/plan/propose.ts";
import { memoryWorld, OWNER } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";

const entry = (words: string, message: number, outcome: LedgerEntry["outcome"]): LedgerEntry => ({
  ...{ words, message, outcome },
  by: outcome === "refused" ? "That needs a server." : null,
});
const ASKED = [entry("task", 0, "met_by_kind")];

/** What becomes of the plan for "a task manager" when a second message leads to this proposal. */
async function plansAfter(second: Partial<Proposal>, message = "thanks, nice", deploy = true) {
  const replies: Proposal[] = [
    { ...PROPOSAL, ledger: ASKED, kind: second.kind ?? PROPOSAL.kind },
    Object.fromEntries(
      Object.entries({ ...PROPOSAL, ledger: ASKED, ...second }).filter(([, value]) => value !== undefined),
    ) as Proposal,
  ];
  const world = memoryWorld({
    models: { consultant: () => ({ proposal: replies.shift(), speech: "Here it is.", question: null }) },
  });
  const said = { tenant: OWNER.tenant, publish: true, image: null };
  const options = { onUnusable: () => {} };
  const first = await propose(
    world,
    { ...said, words: ["a task manager"], previous: null, deploy: true },
    options,
  );
  const previous = first.plan as Plan;
  const next = await propose(
    world,
    { ...said, words: ["a task manager", message], previous, deploy },
    options,
  );
  return { first, next };
}

describe("a message beside a plan", () => {
  it("leaves the plan, its hash and its request as they are if its words ask for nothing", async () => {
    const ledger = [...ASKED, entry("thanks", 1, "context"), entry("nice", 1, "context")];
    const { first, next } = await plansAfter({ ledger });
    expect(next).toMatchObject({ aside: true, plan: first.plan, plan_hash: first.plan_hash });
    expect(next.plan?.request).toEqual(["a task manager"]);
  });

  it.each<[string, Partial<Proposal>]>([
    ["what it refuses is new", { ledger: [...ASKED, entry("login", 1, "refused")] }],
    ["what it meets is new", { ledger: [...ASKED, entry("dates", 1, "met")] }],
    ["the title is another one", { title: "Chores" }],
    [
      "a question is asked",
      { questions: [{ id: "tags", question: "With tags?", options: ["Yes", "No"], default: "No" }] },
    ],
    ["a feature is left out", { features: PROPOSAL.features.map((each) => ({ ...each, included: false })) }],
  ])("makes another plan if %s", async (_, second) => {
    const { first, next } = await plansAfter(second);
    expect(next.aside).toBe(false);
    expect(next.plan_hash).not.toBe(first.plan_hash);
    expect(next.plan?.request).toHaveLength(2);
  });

  it("is part of the request if the plan does not account for its words", async () => {
    const { next } = await plansAfter({ ledger: undefined as never });
    expect(next).toMatchObject({ aside: false, plan: { request: ["a task manager", "thanks, nice"] } });
  });

  it("is part of the request of an app that a model drafts, because the architect reads it", async () => {
    const ledger = [...ASKED, entry("thanks", 1, "context")];
    const { next } = await plansAfter({ kind: "custom", ledger });
    expect(next).toMatchObject({ aside: false, plan: { request: ["a task manager", "thanks, nice"] } });
  });

  it("keeps the settings that came with it", async () => {
    const { first, next } = await plansAfter({}, "thanks", false);
    expect(next.plan).toEqual({ ...first.plan, deploy: false });
    expect(next.plan_hash).toBe(planHash({ ...(first.plan as Plan), deploy: false }));
  });
});

import { describe, expect, it } from "@jest/globals";
import { consult } from "#core/factory/conversation/consult.ts";
import type { ConsultAnswer } from "#core/factory/conversation/reply.ts";
import { plannedFeatures } from "#core/factory/plan/parts.ts";
import { type Proposal, planHash } from "#core/factory/plan/plan.ts";
import type { Planned } from "#core/factory/specification/planned.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { ModelRequest } from "#core/model/converser.ts";
import { consult as brain } from "#local/brain/roles/consultant.ts";
import { inputOf } from "#test/core/factory/change/released.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { memoryWorld, OWNER, type World } from "#test/support/memory-world.ts";
import { fc, runs } from "#test/support/property.ts";
import { PROPOSAL } from "#test/support/samples.ts";
import { answerInTime } from "#test/support/turns.ts";

const WORDS = "plant watering tracker with photos, search and a calendar";

const offline = () =>
  memoryWorld({ models: { consultant: (request: ModelRequest) => brain(inputOf(request)) } });

type Shown = ConsultAnswer & { plan: NonNullable<ConsultAnswer["plan"]> };
const planned = async (world: World, message = WORDS) => (await consult(world, OWNER, { message })) as Shown;
const say = async (world: World, { conversation_id }: Shown, message: string) =>
  (await consult(world, OWNER, { message, conversation_id })) as Shown;

const flip = async (world: World, shown: Shown, ...switches: (readonly [string, boolean])[]) =>
  (await consult(world, OWNER, {
    conversation_id: shown.conversation_id,
    plan_hash: shown.plan.hash,
    features: switches.map(([id, included]) => ({ id, included })),
  })) as Shown;

const feature = ({ plan }: Shown, title: RegExp) => {
  const found = plan.features.find((each) => title.test(each.title));
  if (!found) throw new TypeError(`no feature like ${title}: ${plan.features.map((each) => each.title)}`);
  return found;
};

/** The plan as it was, after a refusal. */
function keptAfter(error: unknown, shown: Shown): Shown {
  expect(error).toMatchObject({ code: "InvalidInput" });
  return shown;
}

describe("a switch of a feature, without a model", () => {
  it("takes its part out of the plan, which gets another hash, and says so of the words", async () => {
    const world = offline();
    const shown = await planned(world);
    const { id } = feature(shown, /^Calendar/);
    const without = await flip(world, shown, [id, false]);
    expect(without).toMatchObject({ state: "awaiting_confirmation", question: "Shall I build it?" });
    expect(without.speech).toMatch(/^Left out: Calendar\. /);
    expect(without.plan.hash).not.toBe(shown.plan.hash);
    const { hash, ...plan } = without.plan;
    expect(planHash(plan)).toBe(hash);
    expect(feature(without, /^Calendar/)).toMatchObject({ included: false, switched_off: true });
    expect(plan.features.map((each) => each.id)).toEqual(shown.plan.features.map((each) => each.id));
    expect(canonicalJson(plan.specification)).not.toMatch(/calendar/i);
    expect(canonicalJson([plan.acceptance, plan.summary])).not.toMatch(/calendar/i);
    expect(plan.request).toEqual([WORDS]);
    expect(plan.ledger).toContainEqual(
      expect.objectContaining({ words: "calendar", outcome: "met", by: "absent.views.calendar" }),
    );
    expect(without.conversation_history.map(({ content }) => content)).toContain("Leave out: Calendar.");
  });

  it("is undone by switching it back on: the plan is the same to the byte", async () => {
    const world = offline();
    const shown = await planned(world);
    const { id } = feature(shown, /^Calendar/);
    const back = await flip(world, await flip(world, shown, [id, false]), [id, true]);
    expect(back.plan).toEqual(shown.plan);
    expect(back.speech).toMatch(/^Included again: Calendar\. /);
  });

  it("of any number of features leads back to the same plan, in any order", async () => {
    const world = offline();
    const first = await planned(world);
    const ids = first.plan.features.map(({ id }) => id);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }), { maxLength: 4 }),
        async (turns) => {
          const start = await planned(world);
          let shown = start;
          for (const turn of turns) {
            const now = new Map(shown.plan.features.map((each) => [each.id, each.included]));
            shown = await flip(world, shown, ...turn.map((id) => [id, !now.get(id)] as const)).catch(
              (error) => keptAfter(error, shown),
            );
          }
          const parts = plannedFeatures(start.plan.specification as Planned);
          for (const { id, included } of shown.plan.features)
            expect(parts.find((each) => each.id === id)?.isIn(shown.plan.specification as Planned)).toBe(
              included,
            );
          const off = shown.plan.features
            .filter(({ included }) => !included)
            .map(({ id }) => [id, true] as const);
          const back = off.length === 0 ? shown : await flip(world, shown, ...off);
          expect(back.plan).toEqual(start.plan);
        },
      ),
      { numRuns: runs(10) },
    );
  });

  it("stays while later messages speak of other things, and ends with words that ask for it", async () => {
    const world = offline();
    const shown = await planned(world);
    const { id } = feature(shown, /^Calendar/);
    await flip(world, shown, [id, false]);
    const blue = await say(world, shown, "make it blue");
    expect(feature(blue, /^Calendar/)).toMatchObject({ included: false, switched_off: true });
    expect(blue.plan.request).toEqual([WORDS, "make it blue"]);
    expect(blue.plan.summary).not.toMatch(/calendar/i);
    const asked = await say(world, shown, "add a calendar");
    expect(feature(asked, /^Calendar/)).toMatchObject({ included: true });
    expect(asked.plan.features.some((each) => each.switched_off)).toBe(false);
  });

  it("is kept by an aside, and can be taken back after one", async () => {
    const world = offline();
    const shown = await planned(world);
    const { id } = feature(shown, /^Calendar/);
    const without = await flip(world, shown, [id, false]);
    const aside = await say(world, shown, "thanks");
    expect(aside.plan.hash).toBe(without.plan.hash);
    expect((await flip(world, aside, [id, true])).plan.hash).toBe(shown.plan.hash);
  });

  it("works for an app with parts of its own, and is built without what is switched off", async () => {
    const world = offline();
    const shown = await planned(world, "a task manager in React with tags");
    const { id } = feature(shown, /tag/i);
    const without = await flip(world, shown, [id, false]);
    expect(feature(without, /tag/i).included).toBe(false);
    expect(canonicalJson(without.plan.acceptance)).not.toMatch(/tag/i);
    expect((await flip(world, without, [id, true])).plan.hash).toBe(shown.plan.hash);
  });
});

/** A world with a language model that returns these answers in turn. */
function withModel(...answers: (Partial<Proposal> | ((input: any) => Partial<Proposal>))[]) {
  const inputs: any[] = [];
  const world = memoryWorld({
    models: {
      consultant: (request: ModelRequest) => {
        const input = inputOf(request) as any;
        inputs.push(input);
        const next = answers[inputs.length - 1] ?? {};
        const proposal = { ...PROPOSAL, ...(typeof next === "function" ? next(input) : next) };
        return { proposal, speech: "Shall I?", question: null };
      },
    },
  });
  const model = { ...world, models: { ...world.models, consultant: "anthropic.claude" } };
  answerInTime(model);
  return { world: model, inputs };
}

describe("a switch of a feature, with a language model", () => {
  const app: Partial<Proposal> = {
    stack: "static",
    title: "Plants",
    features: [],
    acceptance: [],
    specification: PLANTS,
  };

  it("needs no call where the feature is a part of the specification", async () => {
    const { world, inputs } = withModel(app);
    const shown = await planned(world);
    const { id } = feature(shown, /^Calendar/);
    const without = await flip(world, shown, [id, false]);
    expect(inputs).toHaveLength(1);
    expect(without.usage.calls).toBe(1);
    expect(without.plan.summary).toMatch(/ Left out: Calendar\.$/);
    expect(without.speech).toBe("Left out: Calendar.");
    expect((await flip(world, without, [id, true])).plan.hash).toBe(shown.plan.hash);
  });

  it("holds although a later answer has the part again, unless that lists it because a message asked for it", async () => {
    const listed = (id: string) => ({ ...app, features: [{ id, title: "Calendar", included: true }] });
    const { world, inputs } = withModel(app, app, () => listed("calendar"));
    const shown = await planned(world);
    const { id } = feature(shown, /^Calendar/);
    await flip(world, shown, [id, false]);
    expect(feature(await say(world, shown, "Rename it"), /^Calendar/).included).toBe(false);
    expect(inputs[1].switches).toEqual([{ id, included: false, since: 1 }]);
    expect(feature(await say(world, shown, "A calendar after all"), /^Calendar/).included).toBe(true);
  });

  it("asks for another plan where a model designs the app, and insists on it", async () => {
    const timer = { id: "timer", title: "Timer", included: true, promise: "The page shows a timer" };
    const list = { id: "list", title: "List", included: true, promise: "The page shows a list" };
    const both = { kind: "custom", features: [timer, list], acceptance: [timer.promise, list.promise] };
    const { included, promise, ...off } = timer;
    const one = { ...both, features: [{ ...off, included: false }, list], acceptance: [list.promise] };
    const { world, inputs } = withModel(both, both, one);
    const shown = await planned(world);
    expect(shown.fixed_features).toEqual([]);
    const without = await flip(world, shown, ["timer", false]);
    expect(inputs).toHaveLength(3);
    expect(inputs[1]).toMatchObject({
      messages: [WORDS],
      switches: [{ id: "timer", included: false, since: 1 }],
    });
    expect(without.plan).toMatchObject({ request: [WORDS], acceptance: [list.promise] });
    expect(feature(without, /Timer/).included).toBe(false);
  });
});

describe("a switch of a feature is refused, and nothing changes,", () => {
  it.each([
    ["of what the app is about", /^Customers: add/, /^'Customers: add.*' is what the app is about/],
    ["of what every app has", /stay in the browser/, /belongs to every app/],
    ["of the only list of its records", /^Customers \(list\)/, /is needed by other parts of the plan/],
  ])("%s", async (_, title, sentence) => {
    const world = offline();
    const shown = await planned(world, "customers and visits");
    const { id } = feature(shown, title);
    expect(shown.fixed_features.map((each) => each.id)).toContain(id);
    await expect(flip(world, shown, [id, false])).rejects.toMatchObject({
      code: "InvalidInput",
      field: "features.0.id",
      message: expect.stringMatching(sentence),
    });
    expect((await say(world, shown, "later")).plan.hash).toBe(shown.plan.hash);
  });

  it("of an unknown feature, of one that is named twice, and of a plan that has changed since", async () => {
    const world = offline();
    const shown = await planned(world);
    const { id } = feature(shown, /^Calendar/);
    await expect(flip(world, shown, ["constructor", false])).rejects.toMatchObject({
      code: "InvalidInput",
      message: "The plan has no feature 'constructor'; name one of its features by its id.",
    });
    await expect(flip(world, shown, [id, false], [id, true])).rejects.toMatchObject({
      field: "features.1.id",
    });
    await say(world, shown, "make it blue");
    await expect(flip(world, shown, [id, false])).rejects.toMatchObject({
      code: "StalePlan",
      field: "plan_hash",
    });
  });

  it.each([
    [{ confirm: "0".repeat(64) }, "features"],
    [{ message: "hello" }, "features"],
    [{ design_target: "github" }, "features"],
    [{ plan_hash: undefined }, "plan_hash"],
    [{ conversation_id: undefined }, "conversation_id"],
    [{ features: undefined, message: "hello" }, "plan_hash"],
    [{ features: undefined }, "plan_hash"],
  ])("beside %j", async (other, field) => {
    const world = offline();
    const shown = await planned(world);
    const input = {
      conversation_id: shown.conversation_id,
      plan_hash: shown.plan.hash,
      features: [{ id: feature(shown, /^Calendar/).id, included: false }],
      ...other,
    };
    await expect(consult(world, OWNER, input)).rejects.toMatchObject({ code: "InvalidInput", field });
  });
});

describe("a switch of what happens to the app", () => {
  const set = (world: World, shown: Shown, settings: { deploy?: boolean; publish?: boolean }) =>
    consult(world, OWNER, {
      conversation_id: shown.conversation_id,
      plan_hash: shown.plan.hash,
      ...settings,
    }) as Promise<Shown>;

  it("changes the plan and nothing else of it, with and without a model, and back", async () => {
    for (const world of [offline(), withModel({ kind: "custom" }).world]) {
      const shown = await planned(world);
      const { hash, ...plan } = shown.plan;
      const { hash: other, ...changed } = (await set(world, shown, { deploy: false })).plan;
      expect(changed).toEqual({ ...plan, deploy: false });
      expect(other).not.toBe(hash);
      const back = await set(world, { ...shown, plan: { ...changed, hash: other } }, { deploy: true });
      expect(back.plan).toEqual(shown.plan);
      expect(back.speech).toMatch(/^Put it live: yes\./);
    }
  });

  it("goes together with switches of features, and is refused without a setting", async () => {
    const world = offline();
    const shown = await planned(world);
    const features = [{ id: "calendar", included: false }];
    const input = { conversation_id: shown.conversation_id, plan_hash: shown.plan.hash };
    await expect(consult(world, OWNER, input)).rejects.toMatchObject({ field: "plan_hash" });
    const both = await consult(world, OWNER, { ...input, features, publish: false });
    expect(both.speech).toMatch(/^Left out: Calendar\. Open a pull request: no\./);
    expect(both.plan?.publish).toBe(false);
  });
});

describe("a comment on a line of the plan, without a model", () => {
  it("quotes the line, whose words ask for nothing", async () => {
    const world = offline();
    const shown = await planned(world);
    const message = "> No calendar, but a login\nmake it blue";
    const commented = await say(world, shown, message);
    expect(commented.plan.request).toEqual([WORDS, message]);
    expect(commented.plan.specification?.look.accent).not.toBeNull();
    expect(feature(commented, /^Calendar/).included).toBe(true);
    expect(commented.plan.ledger?.some(({ words }) => /login/.test(words))).toBe(false);
  });
});

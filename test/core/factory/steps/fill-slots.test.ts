import { describe, expect, it } from "@jest/globals";
import { fileFault } from "#core/factory/architect/file-fault.ts";
import { appText, DONE, filesText } from "#core/factory/architect/markers.ts";
import type { Slot } from "#core/factory/architect/slots.ts";
import { generateApp, promisesOf } from "#core/factory/generate/generate.ts";
import { manifestSchema } from "#core/factory/manifest/manifest.ts";
import { speechOf } from "#core/factory/mission/speech.ts";
import { fillSlots as prompt } from "#core/factory/prompts/fill-slots.ts";
import { openMission } from "#core/factory/steps/context.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { fillSlots } from "#core/factory/steps/fill-slots.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { createMission, MISSION, PLAN } from "#test/support/samples.ts";

const PLANTS_PLAN = { ...PLAN, kind: "app", acceptance: promisesOf(PLANTS), specification: PLANTS };
const SLOT: Slot = {
  id: "garden_map",
  name: "Garden map",
  entity: PLANTS.entities[0]?.id as string,
  purpose: "Draws the plants as circles.",
};
const PATH = "public/custom/garden-map.js";
const PAGE = {
  path: PATH,
  content: "export function render(container, api) {\n  container.append(api.locale);\n}\n",
};
const SEEN = { do: "see", text: "en" } as const;
const aboutPage = (...steps: object[]) => appText({ acceptance: [{ page: SLOT.id, steps }] });
const END = `${aboutPage(SEEN)}${DONE}\n`;
const GOOD = `${filesText([PAGE])}${END}`;
const PROMISE = "“Garden map” shows what it is for";

/** The slots of a generated app, filled by a model that says these replies; the last one again and again. */
async function filled(replies: (string | Error)[], model: string = DEFAULT_MODELS.large) {
  const left = [...replies];
  const architect = () => {
    const reply = left.length > 1 ? left.shift() : left[0];
    if (reply instanceof Error) throw reply;
    return reply;
  };
  const memory = memoryWorld({ models: { architect } });
  const world = { ...memory, models: { ...memory.models, architect: model } };
  await createMission(world, { plan: PLANTS_PLAN });
  const opened = await openMission(world, MISSION);
  const generated = generateApp(PLANTS_PLAN, await world.library());
  const result = await fillSlots(world, opened, generated, PLANTS, [SLOT]);
  return { world, generated, ...result, requests: world.converser.requests };
}

it("the example of a custom page would be accepted", () => {
  const [, path = "", content = ""] =
    /^=== file: (public\/custom\/.+) ===\n([\s\S]+?)=== end/m.exec(prompt.system) ?? [];
  expect(content).toContain("export function render");
  expect(fileFault({ path, content })).toBeUndefined();
});

describe("the custom pages of a generated app", () => {
  it("are written by the model, and nothing else of the app", async () => {
    const { manifest, generated, left_out, requests, calls } = await filled([GOOD]);
    expect(manifest).toEqual({
      ...generated,
      files: [...generated.files, PAGE],
      acceptance: [...generated.acceptance, { name: PROMISE, steps: expect.any(Array) }],
    });
    expect(left_out).toBeNull();
    expect(calls).toHaveLength(1);
    expect(requests[0]?.messages[0]?.text).toContain(PATH);
    expect(requests[0]?.messages[0]?.text).toContain(SLOT.purpose);
  });

  it("are promised: a record is there, the page is drawn, and shows what its author says", async () => {
    const { manifest, requests } = await filled([GOOD]);
    const { steps } = manifest.acceptance.at(-1) ?? { steps: [] };
    const place = { css: "#custom-garden-map" };
    expect(steps.slice(-4)).toEqual([
      { do: "open", path: "/#/garden-map" },
      { do: "reload" },
      { do: "attribute", target: place, name: "data-state", value: "ready" },
      { ...SEEN, target: place },
    ]);
    const entered = steps.flatMap((step) => (step.do === "fill" ? [step.value] : []));
    expect(entered.length).toBeGreaterThan(1);
    const shown = requests[0]?.messages[0]?.text;
    for (const value of entered) expect(shown).toContain(value);
    expect(manifestSchema.safeParse(manifest).error).toBeUndefined();
  });

  it.each([
    ["no steps", "", "The block '=== app ===' is missing"],
    [
      "steps for another page",
      appText({ acceptance: [{ page: "x", steps: [SEEN] }] }),
      "no entry of acceptance for the page 'garden_map'",
    ],
    [
      "steps that see nothing",
      aboutPage({ do: "click", target: { text: "Map" } }),
      "see nothing that the page shows",
    ],
    [
      "steps that see what is not there",
      aboutPage({ do: "not_see", text: "Error" }),
      "see nothing that the page shows",
    ],
    ["steps of an unknown kind", aboutPage({ do: "look" }), "In the app block, acceptance.0.steps.0.do"],
  ])("are asked for again, and otherwise left out with their promise, after %s", async (_, block, why) => {
    const bad = `${filesText([PAGE])}${block}${DONE}\n`;
    const again = await filled([bad, `${END}`]);
    expect(again.requests.at(-1)?.messages.at(-1)?.text).toContain(why);
    expect(again.manifest.acceptance.at(-1)?.name).toBe(PROMISE);
    const never = await filled([bad]);
    expect(never.left_out).toContain(why);
    expect(never.manifest).toEqual(never.generated);
  });

  it.each([
    [
      "another file of the app",
      filesText([{ path: "public/app.js", content: "x\n" }]),
      "is none of the files",
    ],
    [
      "a page that draws nothing",
      filesText([{ ...PAGE, content: "export const a = 1;\n" }]),
      "function 'render'",
    ],
    [
      "a page that imports what is not there",
      filesText([{ ...PAGE, content: `import "./x.js";\n${PAGE.content}` }]),
      "does not exist",
    ],
    [
      "a page that leaves something out",
      filesText([{ ...PAGE, content: "// ... rest of the code\n" }]),
      "leaves something out",
    ],
    ["no page", "", "is missing"],
  ])("are asked for again after %s", async (_, text, why) => {
    const { manifest, requests, left_out } = await filled([`${text}${END}`, GOOD]);
    expect(requests.at(-1)?.messages.at(-1)?.text).toContain(why);
    expect(manifest.files).toContainEqual(PAGE);
    expect(left_out).toBeNull();
  });

  it.each([
    ["after three repairs", ["I would rather not.\n"], DEFAULT_MODELS.large, 4, "=== done ==="],
    ["when no language model is connected", [GOOD], "gantry.offline-brain", 0, "No language model"],
    [
      "when the budget does not allow it",
      [new GantryError("PolicyDenied", "No budget is left.")],
      DEFAULT_MODELS.large,
      1,
      "No budget",
    ],
    [
      "when the model cannot be reached",
      [new GantryError("ModelUnavailable", "The model is throttled.")],
      DEFAULT_MODELS.large,
      1,
      "throttled",
    ],
    [
      "when the policy forbids what the model insists on",
      [`${filesText([{ ...PAGE, content: `${PAGE.content}eval("1");\n` }])}${END}`],
      DEFAULT_MODELS.large,
      2,
      "Code made from text",
    ],
  ])("leave the app as it was generated %s", async (_, replies, model, calls, why) => {
    const { manifest, generated, left_out, requests } = await filled(replies, model);
    expect(manifest).toEqual(generated);
    expect(left_out).toContain(why);
    expect(requests).toHaveLength(calls);
  });

  it("that are missing are told to the owner", async () => {
    const world = memoryWorld();
    await createMission(world, { plan: PLANTS_PLAN });
    await draftApp(world, MISSION);
    const { state } = await openMission(world, MISSION);
    const live = { ...state, phase: "SUCCEEDED" as const };
    expect(speechOf(live)).not.toContain("Without");
    expect(speechOf({ ...live, left_out: "Garden map: it was refused." })).toContain(
      "Without the model's pages: Garden map.",
    );
  });
});

describe("an app without custom pages", () => {
  it("is drafted without a model call, whichever model is connected", async () => {
    const memory = memoryWorld();
    const world = { ...memory, models: { ...memory.models, architect: DEFAULT_MODELS.large } };
    await createMission(world, { plan: PLANTS_PLAN });
    await draftApp(world, MISSION);
    const { state } = await openMission(world, MISSION);
    expect(world.converser.requests).toEqual([]);
    expect(state.usage.calls).toBe(0);
    expect(state.generated_sha256).toBe(state.manifest_sha256);
  });
});

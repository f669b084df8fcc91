import { describe, expect, it } from "@jest/globals";
import { consult } from "#core/factory/conversation/consult.ts";
import { listConsultations } from "#core/factory/conversation/list.ts";
import type { ConsultAnswer } from "#core/factory/conversation/reply.ts";
import { generateApp } from "#core/factory/generate/generate.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan, Proposal } from "#core/factory/plan/plan.ts";
import type { Choice } from "#core/factory/plan/switch.ts";
import { withPromises } from "#core/factory/plan/with-promises.ts";
import { withSwitches } from "#core/factory/plan/with-switches.ts";
import { findProject } from "#core/factory/project/find.ts";
import type { Release } from "#core/factory/project/release.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import type { ModelRequest } from "#core/model/converser.ts";
import { consult as brain } from "#local/brain/roles/consultant.ts";
import { memoryWorld, OWNER, type World } from "#test/support/memory-world.ts";
import { createMission } from "#test/support/samples.ts";
import { answerInTime } from "#test/support/turns.ts";
import { changed, ID, inputOf, release, say, store, TREE } from "./released.ts";

const WORDS = "plant watering tracker with photos and a calendar";
/** The files that contain the accent. */
const TOUCHED = ["public/icon.svg", "public/theme.css", "specification/app.json"];

/** A world whose consultant is the offline brain, with a project that has one release. */
async function released(
  edit: (manifest: Manifest) => Manifest = (manifest) => manifest,
  later: readonly string[] = [],
  switches: readonly Choice[] = [],
) {
  const world = memoryWorld({
    models: { consultant: (request: ModelRequest) => brain(inputOf(request)) },
  });
  const proposal = brain({ messages: [WORDS] }).proposal as Proposal;
  const plan: Plan = {
    ...withSwitches(withPromises(proposal), switches),
    deploy: true,
    publish: true,
    request: [WORDS, ...later],
    design_image: null,
  };
  await createMission(world, { plan });
  const specification = plan.specification as Specification;
  const base = generateApp({ ...plan, specification }, await world.library());
  const generated_base = await store(world, base);
  const source = await store(world, edit(base));
  await release(world, { source, generated_base });
  return { world, plan, base };
}

describe("a request to change an app", () => {
  it.each([
    ["make it blue", /Changes the accent/],
    ["call it Garden", /Names it Garden\./],
    ["add a price", /Adds the field Plant\.Price\./],
    ["remove the calendar", /Removes the view Calendar\./],
    ["add a table", /Adds the view/],
    ["also track suppliers", /Adds Suppliers\./],
  ])("%j is shown as an edit, in a plan that keeps the project", async (message, edit) => {
    const { world, plan } = await released();
    const { plan: shown, speech } = await say(world, message);
    expect(speech).toMatch(edit);
    expect(shown).toMatchObject({
      project_name: plan.project_name,
      request: [WORDS, message],
      change: { project: ID, release: 1, tree: TREE },
    });
  });

  it("is found among the consultations about its project", async () => {
    const { world } = await released();
    const { conversation_id } = await say(world, "make it blue");
    const listed = async (project: string) =>
      (await listConsultations(world, OWNER, { limit: 5, project })).entries.map(({ id }) => id);
    expect([await listed(ID), await listed("other-000001")]).toEqual([[conversation_id], []]);
  });

  it("is refused together with the words that the app was built from", async () => {
    const { world } = await released(undefined, ["with a login form"]);
    await expect(say(world, "call it PayPal")).rejects.toMatchObject({
      code: "PolicyDenied",
      field: "message",
      detail: { rule: "impersonation" },
    });
    expect((await say(world, "call it Garden")).plan).not.toBeNull();
  });

  it.each(["hello", "with a blockchain"])(
    "%j leads to no plan, but to what can be changed",
    async (words) => {
      const { world } = await released();
      const { plan, speech } = await say(world, words);
      expect(plan).toBeNull();
      expect(speech).toMatch(/You can change its name|does not|cannot/);
    },
  );
});

const edited =
  (path: string) =>
  (manifest: Manifest): Manifest => ({
    ...manifest,
    files: manifest.files.map((file) =>
      file.path === path ? { ...file, content: `${file.content}\n/* by hand */\n` } : file,
    ),
  });

/** A release in which somebody chose another accent. */
const accentEdited = (manifest: Manifest): Manifest => ({
  ...manifest,
  files: manifest.files.map((file) =>
    file.path === "public/theme.css"
      ? { ...file, content: file.content.replace(/--accent: #[0-9a-f]{6};/, "--accent: #123456;") }
      : file,
  ),
});

const accentIn = (css = "") => /--accent: (#[0-9a-f]{6});/.exec(css)?.[1];

describe("the plan of a change", () => {
  it("names the files that its draft then touches", async () => {
    const { world } = await released();
    const { plan } = await say(world, "make it blue");
    expect(plan?.change?.files).toEqual({ added: [], changed: TOUCHED, deleted: [] });
    const more = await say(world, "add a table and remove the calendar");
    expect(more.plan?.change?.files?.added).toContain("public/views/table.js");
    expect(more.plan?.change?.files?.deleted).toContain("public/views/calendar.js");
  });

  it("is not made where it conflicts with what was edited, which it names", async () => {
    const { world } = await released(accentEdited);
    const { plan, speech } = await say(world, "make it blue");
    expect(plan).toBeNull();
    expect(speech).toMatch(/^The change cannot be made: Lines? .* of public\/theme\.css/);
  });
});

describe("the draft of a change", () => {
  it("differs from the release only in the files that the edit touches", async () => {
    const { world, base } = await released();
    const { manifest, mission } = await changed(world, "make it blue");
    const before = new Map(base.files.map(({ path, content }) => [path, content]));
    const touched = manifest.files.filter(({ path, content }) => before.get(path) !== content);
    expect(manifest.files).toHaveLength(base.files.length);
    expect(touched.map(({ path }) => path)).toEqual(TOUCHED);
    expect(mission.project).toBe(ID);
    expect(mission.generated_sha256).toBe(mission.manifest_sha256);
    expect((await findProject(world, OWNER, ID)).work).toMatchObject({ execution: "m_2", kind: "change" });
  });

  it("keeps what was edited in the released tree, and the new base is without it", async () => {
    const { world } = await released(edited("public/styles.css"));
    const { manifest, mission } = await changed(world, "make it blue");
    const styles = manifest.files.find(({ path }) => path === "public/styles.css");
    expect(styles?.content).toMatch(/by hand \*\/\n$/);
    expect(mission.generated_sha256).not.toBe(mission.manifest_sha256);
  });

  it("keeps what was edited in a file that the change needs different elsewhere", async () => {
    const { world } = await released(edited("public/theme.css"));
    const { manifest } = await changed(world, "make it blue");
    const theme = manifest.files.find(({ path }) => path === "public/theme.css");
    const generated = (await released()).base.files.find(({ path }) => path === "public/theme.css");
    expect(theme?.content).toMatch(/by hand \*\/\n$/);
    expect(accentIn(theme?.content)).not.toBe(accentIn(generated?.content));
  });

  it("is refused when another release has gone live since it was planned", async () => {
    const { world } = await released();
    const { plan } = await say(world, "make it blue");
    const { hash: _, ...confirmed } = plan as NonNullable<typeof plan>;
    await createMission(world, { plan: confirmed, id: "m_2" });
    const { source, generated_base } = (await findProject(world, OWNER, ID)).latest as Release;
    await release(world, { source, generated_base }, "2".repeat(40));
    await expect(draftApp(world, { tenant: OWNER.tenant, mission_id: "m_2" })).rejects.toMatchObject({
      code: "IllegalTransition",
      message: expect.stringContaining("has moved on from release 1"),
    });
  });

  it("keeps other changes of the project out until its mission ends", async () => {
    const { world } = await released();
    await changed(world, "make it blue");
    await expect(say(world, "call it Garden")).rejects.toMatchObject({ code: "IllegalTransition" });
  });
});

it("refuses an app that was not generated from a specification without a language model", async () => {
  const { world } = await released();
  const { source } = (await findProject(world, OWNER, ID)).latest as Release;
  await release(world, { source, generated_base: null });
  await expect(say(world, "make it blue")).rejects.toMatchObject({
    code: "UnsupportedRequest",
    message: expect.stringContaining("only a language model can change it, and none is connected"),
  });
});

describe("a feature of an app that exists", () => {
  const flip = (world: World, shown: ConsultAnswer, id: string, included: boolean) => {
    answerInTime(world);
    const { conversation_id, plan } = shown;
    return consult(world, OWNER, {
      conversation_id,
      plan_hash: plan?.hash,
      features: [{ id, included }],
    });
  };

  it("is removed by its switch, and is kept by switching it back", async () => {
    const { world } = await released();
    const shown = await say(world, "make it blue");
    const { id } = shown.features.find(({ title }) => title === "Calendar") as { id: string };
    const without = await flip(world, shown, id, false);
    expect(without.plan?.change?.edits).toContain("Removes the view Calendar.");
    expect(without.plan?.request).toEqual([WORDS, "make it blue"]);
    expect((await flip(world, without, id, true)).plan).toEqual(shown.plan);
  });

  it("that was switched off before the release stays out of a change, until its words ask for it", async () => {
    const { world } = await released(undefined, [], [{ id: "calendar", included: false, since: 1 }]);
    const blue = await say(world, "make it blue");
    expect(blue.plan?.change?.edits.join()).toMatch(/accent/);
    expect(blue.plan?.change?.edits.join()).not.toMatch(/Calendar/);
    const again = await say(world, "add a calendar");
    expect(again.plan?.change?.edits.join()).toMatch(/Adds the view Calendar/);
  });
});

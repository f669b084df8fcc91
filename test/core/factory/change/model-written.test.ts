import { describe, expect, it } from "@jest/globals";
import { appText, DONE, filesText } from "#core/factory/architect/markers.ts";
import { EXAMPLE_APP, EXAMPLE_FILES, EXAMPLE_PLAN } from "#core/factory/architect/worked-example.ts";
import { generateApp, promisesOf } from "#core/factory/generate/generate.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { proposalSchema } from "#core/factory/plan/plan.ts";
import { fileBytes } from "#core/kernel/files.ts";
import { gitTreeId } from "#core/kernel/tree.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { createMission, PLAN } from "#test/support/samples.ts";
import { changed, ID, release, say, store } from "./released.ts";

/** Changes of apps, and of pages of apps, that a language model wrote. */

const TIP: Plan = { ...PLAN, ...EXAMPLE_PLAN, title: "Tip", kind: "custom", request: ["a tip calculator"] };
const RELEASED: Manifest = {
  project_name: TIP.project_name,
  stack: "static",
  files: [
    ...EXAMPLE_FILES,
    { path: "public/long.css", content: "p { margin: 0; }\n".repeat(8000) },
    { path: "public/icon.png", content: "AAEC", encoding: "base64" },
  ],
  audit_command: "node --test",
  run_command: EXAMPLE_APP.run_command,
  acceptance: [
    { name: EXAMPLE_APP.acceptance[0]?.name as string, steps: [{ do: "see", text: "Total 55.00" }] },
  ],
};

/** A world with a released app, whose consultant proposes `plan` and whose architect says these replies. */
async function released(before: Plan, source: Manifest, plan: Partial<Plan>, replies: readonly string[]) {
  const left = [...replies];
  const proposal = proposalSchema.strip().parse({ ...before, ...plan });
  const memory = memoryWorld({
    models: {
      consultant: () => ({ proposal, speech: "Changed.", question: null }),
      architect: () => left.shift() ?? "",
    },
  });
  const world = { ...memory, models: { ...memory.models, architect: DEFAULT_MODELS.large } };
  await createMission(world, { plan: before });
  return { world, source: await store(world, source) };
}

const EDIT = `=== edit: public/page.js ===
=== search ===
const form = document.querySelector("form");
=== replace ===
const form = document.querySelector("form");
form.autocomplete = "off";
=== end: public/page.js ===
`;
const END = `${appText(EXAMPLE_APP)}${DONE}\n`;

async function change(...replies: readonly string[]) {
  const { world, source } = await released(TIP, RELEASED, {}, replies);
  await release(world, { source, generated_base: null });
  return { ...(await changed(world, "do not complete what is typed")), requests: world.converser.requests };
}

const differing = (files: Manifest["files"], before: Manifest) =>
  files.filter((file) => !before.files.some((old) => old.path === file.path && old.content === file.content));

describe("a change of an app that a model wrote", () => {
  it("contains the edits and every other file byte for byte", async () => {
    const { manifest, mission, requests } = await change(`${EDIT}${END}`);
    const [touched, ...rest] = differing(manifest.files, RELEASED);
    expect(rest).toEqual([]);
    expect(touched?.path).toBe("public/page.js");
    expect(touched?.content).toContain('querySelector("form");\nform.autocomplete = "off";\nconst output');
    expect(manifest.files).toHaveLength(RELEASED.files.length);
    expect(manifest.files).toContainEqual(RELEASED.files.at(-1));
    expect(mission.generated_sha256).toBeUndefined();
    const asked = requests.at(-1)?.messages[0]?.text ?? "";
    expect(asked).toContain("do not complete what is typed");
    expect(asked).not.toContain("margin: 0; }\\np { margin");
  });

  it("adds and deletes files", async () => {
    const added = filesText([{ path: "public/more.js", content: "export const more = 1;\n" }]);
    const { manifest } = await change(`${added}=== delete: public/long.css ===\n${END}`);
    const paths = manifest.files.map(({ path }) => path);
    expect(paths).toContain("public/more.js");
    expect(paths).not.toContain("public/long.css");
  });

  it.each([
    [
      "an edit that matches nowhere",
      EDIT.replace('const form = document.querySelector("form");\n=== rep', "const nothing = 1;\n=== rep"),
      "matches no whole lines",
    ],
    ["an edit without its second part", EDIT.replace("=== replace ===\n", ""), "not pairs of"],
    ["an edit of a file that does not exist", EDIT.replaceAll("page.js", "pages.js"), "does not exist"],
    [
      "a file written whole that was not shown",
      filesText([{ path: "public/long.css", content: "a { color: red; }\n" }]),
      "change it with edits",
    ],
    ["nothing different", "", "No file is different"],
  ])("is asked for again after %s", async (_, text, why) => {
    const { manifest, requests } = await change(`${text}${END}`, `${EDIT}${END}`);
    expect(requests.at(-1)?.messages.at(-1)?.text).toContain(why);
    expect(differing(manifest.files, RELEASED)).toHaveLength(1);
  });

  it("may only take in what was committed to the repository, without an edit of its own", async () => {
    const { world, source } = await released(TIP, RELEASED, {}, [END]);
    await release(world, {
      source,
      generated_base: null,
      pull_request: "https://git.test/gantry/tip/pull/1",
    });
    const note = { path: "NOTES.md", bytes: new TextEncoder().encode("By hand.\n") };
    const files = [...RELEASED.files.map((file) => ({ path: file.path, bytes: fileBytes(file) })), note];
    const head = { branch: "main", commit: "2".repeat(40), tree: gitTreeId(files) };
    world.repositories.committed.set(ID, { head, files });
    const { manifest, mission } = await changed(world, "release what I committed");
    expect(differing(manifest.files, RELEASED)).toEqual([{ path: "NOTES.md", content: "By hand.\n" }]);
    expect(mission.plan.change?.repository?.commit).toBe(head.commit);
  });

  it("is planned with the person's words and the features that differ", async () => {
    const features = [...TIP.features, { id: "split", title: "Split the bill", included: true }];
    const { world, source } = await released(TIP, RELEASED, { features }, []);
    await release(world, { source, generated_base: null });
    const { plan } = await say(world, "split  the bill");
    expect(plan?.change?.edits).toEqual([
      "As you asked: “split the bill”.",
      "Adds the feature Split the bill.",
    ]);
    expect(plan).toMatchObject({ project_name: TIP.project_name, stack: TIP.stack, kind: "custom" });
  });
});

describe("a change of an app with custom pages", () => {
  const page = (id: string, purpose: string) => ({
    id,
    name: id === "map" ? "Map" : "Wheel",
    entity: PLANTS.entities[0]?.id as string,
    purpose,
  });
  const text = (note: string) => `export function render(container) {\n  container.append("${note}");\n}\n`;
  const end = (id: string, note: string) =>
    `${appText({ acceptance: [{ page: id, steps: [{ do: "see", text: note }] }] })}${DONE}\n`;
  const written = (id: string, note: string) => ({ path: `public/custom/${id}.js`, content: text(note) });
  const planOf = (specification: typeof PLANTS): Plan => ({
    ...PLAN,
    kind: "app",
    features: [],
    acceptance: promisesOf(specification),
    specification,
  });
  const PROMISED = {
    name: "“Map” shows what it is for",
    steps: [{ do: "see" as const, text: "by hand" }],
  };
  const MAP = page("map", "Draws the plants on a map.");
  const WHEEL = page("wheel", "Picks a plant at random.");

  async function changePages(custom: (typeof MAP)[] | undefined, ...replies: string[]) {
    const before = planOf({ ...PLANTS, custom: [MAP] });
    const { custom: _, ...rest } = { ...PLANTS, custom: [MAP] };
    const after = planOf(custom ? { ...rest, custom } : rest);
    const { world, source } = await released(before, RELEASED, after, replies);
    const generated = generateApp(
      { ...before, specification: { ...PLANTS, custom: [MAP] } },
      await world.library(),
    );
    const base = await store(world, generated);
    const own = await store(world, {
      ...generated,
      files: [...generated.files, written("map", "by hand")],
      acceptance: [...generated.acceptance, PROMISED],
    });
    await release(world, { source: own, generated_base: base });
    const done = await changed(world, "other pages");
    const pages = done.manifest.files.filter(({ path }) => path.startsWith("public/custom/"));
    return { ...done, pages, source, requests: world.converser.requests.filter((r) => !("answer" in r)) };
  }

  it("has only the new page written, and keeps the others", async () => {
    const wheel = written("wheel", "round");
    const { pages, requests, manifest } = await changePages(
      [MAP, WHEEL],
      `${filesText([wheel])}${end("wheel", "round")}`,
    );
    expect(pages).toEqual([written("map", "by hand"), wheel]);
    expect(requests).toHaveLength(1);
    const names = manifest.acceptance.map(({ name }) => name);
    expect(names.slice(-2)).toEqual(["“Wheel” shows what it is for", PROMISED.name]);
    expect(manifest.acceptance.at(-1)).toEqual(PROMISED);
  });

  it("shows the model the text of a page whose purpose changes", async () => {
    const map = written("map", "in colour");
    const next = page("map", "Draws the plants on a map in colour.");
    const { pages, requests, manifest } = await changePages(
      [next],
      `${filesText([map])}${end("map", "in colour")}`,
    );
    expect(pages).toEqual([map]);
    const promised = manifest.acceptance.filter(({ name }) => name === PROMISED.name);
    expect(promised.map(({ steps }) => steps.at(-1))).toEqual([
      { do: "see", text: "in colour", target: { css: "#custom-map" } },
    ]);
    expect(requests[0]?.messages[0]?.text).toContain("by hand");
  });

  it("removes a page that is no longer wanted, without a model call", async () => {
    const { pages, requests, manifest } = await changePages(undefined);
    expect(pages).toEqual([]);
    expect(manifest.acceptance.map(({ name }) => name)).not.toContain(PROMISED.name);
    expect(requests).toEqual([]);
  });
});

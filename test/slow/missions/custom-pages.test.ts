import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { checkSignature } from "#cli/evidence/check-signature.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { appText, DONE, filesText } from "#core/factory/architect/markers.ts";
import type { Custom } from "#core/factory/specification/custom.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { fetchApp } from "#test/e2e/support/fetch-app.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { says } from "#test/e2e/support/script.ts";
import { visit } from "#test/e2e/support/visit.ts";

/** Apps that a model specifies with a page that is not generated, and of which it writes nothing else. */

const SECONDS = 180;
const PAGE = "public/custom/garden-map.js";

const MAP = `export function render(container, api) {
  const list = document.createElement("ul");
  for (const plant of api.records("plant")) {
    const item = document.createElement("li");
    item.textContent = \`On the map: \${api.title("plant", plant)}\`;
    list.append(item);
  }
  const text = document.createElement("p");
  text.textContent = "A map of the garden.";
  container.append(text, list);
}
`;

/** The page of the scenario; the model sees its purpose, and so the scenario's word. */
const page = (scenario: string): Custom => ({
  id: "garden_map",
  name: "Garden map",
  entity: "plant",
  purpose: `Draws the plants of the garden (${scenario}).`,
});

const proposal = (scenario: string) => ({
  proposal: {
    title: "Plants",
    summary: "Keeps plants and draws them on a map.",
    kind: "app",
    project_name: "plants",
    stack: "static",
    features: [],
    acceptance: [],
    questions: [],
    specification: { ...PLANTS, custom: [page(scenario)] },
  },
  speech: "An app for plants with a map.",
  question: null,
});

const SHOWN = appText({
  acceptance: [{ page: "garden_map", steps: [{ do: "see", text: "On the map:" }] }],
});
const written = (content: string) => ({ text: `${filesText([{ path: PAGE, content }])}${SHOWN}${DONE}\n` });
const architect = (scenario: string, content: string) => ({
  match: { system: "You are the architect of Gantry", text: scenario },
  reply: written(content),
});

/** A page that throws whenever it is drawn, also after each repair. */
const THROWS = `export function render() {
  throw new Error("No map can be drawn");
}
`;
const HEALED = {
  repaired: true,
  reason: "Tried again.",
  edits: [
    { path: PAGE, search: "export function render() {", replace: "// Again.\nexport function render() {" },
  ],
  files: [],
  deleted: [],
  locators: [],
};

const SCRIPT = [
  says("consultant", "case-throws", proposal("case-throws")),
  architect("case-throws", THROWS),
  says("healer", "case-throws", HEALED),
  says("consultant", "case-filled", proposal("case-filled")),
  architect("case-filled", MAP),
  says("consultant", "case-empty", proposal("case-empty")),
  architect("case-empty", "// rest of the code\n"),
  architect("leaves something out", "// rest of the code\n"),
  says("critic", "", { verdict: "accept", notes: [] }),
];

let folder: string;
let gantry: Gantry;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-pages-"));
  writeFileSync(join(folder, "script.json"), JSON.stringify(SCRIPT));
  gantry = await startGantry({ GANTRY_BEDROCK: "fixture", GANTRY_FIXTURE: join(folder, "script.json") });
  client = await logIn(gantry);
});
afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Builds the app of a scenario; returns the mission with its events. */
async function built(scenario: string, attempts = 1) {
  const id = await client.build(`Build me ${scenario}`);
  const mission = await client.wait(id, attempts * SECONDS);
  const { events } = (await client.get(`/gantry/missions/${id}/events`)).body;
  const ofType = (type: string) => events.filter((event: any) => event.type === `gantry.${type}`);
  const called = (role: string) => ofType("model.called").filter(({ data }: any) => data.role === role);
  return { mission, called, drafted: ofType("mission.drafted")[0].data };
}

async function verdictOf(mission: string) {
  const { body } = await client.get(`/gantry/missions/${mission}/evidence`);
  const pinned_key = await (await fetch(`${gantry.origin}/gantry/evidence-key`)).text();
  return verifyPack(EVIDENCE_KINDS, { zip: body, execution: mission, pinned_key, checkSignature });
}

const pageOf = async (url: string) => (await fetchApp(new URL(PAGE.replace("public", ""), url).href)).status;

describe("an app whose custom page the model writes", () => {
  it("goes live with the page, which works on the app's records, and has evidence that is VALID", async () => {
    const { mission, called, drafted } = await built("case-filled");
    expect(mission).toMatchObject({ status: "DEPLOYED", outcome: "succeeded", left_out: null });
    expect(drafted).toMatchObject({ by: "generator", generated_sha256: expect.any(String) });
    expect(drafted.generated_sha256).not.toBe(drafted.manifest_sha256);
    expect(called("architect")).toHaveLength(1);

    expect(await pageOf(mission.url)).toBe(200);
    const app = await visit(mission.url);
    await app.page.getByRole("button", { name: "New Plant" }).first().click();
    await app.page.getByRole("dialog").getByLabel("Name").fill("Monstera");
    await app.page.keyboard.press("Enter");
    await app.page.getByRole("link", { name: "Garden map" }).click();
    await app.page.getByText("On the map: Monstera").waitFor();
    expect([...app.errors]).toEqual([]);
    await app.close();
    expect(await verdictOf(mission.mission_id)).toMatchObject({
      verdict: "VALID",
      reasons: [],
    });
  });
});

describe("an app whose custom page the model does not write in three repairs", () => {
  it("goes live without it, and its owner is told so in the status, the command and the pull request", async () => {
    const { mission, called } = await built("case-empty");
    expect(mission).toMatchObject({ status: "DEPLOYED", outcome: "succeeded" });
    expect(called("architect")).toHaveLength(4);
    expect(mission.left_out).toMatch(/^Garden map: .*leaves something out/);
    expect(mission.speech).toContain("Without the model's pages: Garden map.");
    expect(await pageOf(mission.url)).toBe(404);
    expect(await verdictOf(mission.mission_id)).toMatchObject({ verdict: "VALID" });

    const status = await promisify(execFile)(
      "node_modules/.bin/node",
      ["cli/main.ts", "status", mission.mission_id],
      {
        env: {
          PATH: process.env.PATH,
          GANTRY_HOME: gantry.home,
          GANTRY_URL: gantry.origin,
          GANTRY_PASSWORD: gantry.password,
        },
      },
    );
    expect(status.stdout).toContain("Garden map: The model returned no usable draft");
    expect(await (await fetch(mission.pr_url)).text()).toContain("### Left out\nGarden map: ");
  });
});

describe("an app whose custom page throws in each attempt", () => {
  it("goes live as it was generated, and its owner is told which page is missing and why", async () => {
    const { mission, called, drafted } = await built("case-throws", 3);
    expect(drafted).not.toHaveProperty("left_out");
    expect(mission).toMatchObject({ status: "DEPLOYED", outcome: "succeeded" });
    expect(called("healer").length).toBeGreaterThan(0);
    expect(mission.left_out).toMatch(/^Garden map: (?:Attempt 3 of 3 failed|The same failure came back)/);
    expect(mission.speech).toContain("Without the model's pages: Garden map.");
    expect(await pageOf(mission.url)).toBe(404);
    expect(await verdictOf(mission.mission_id)).toMatchObject({ verdict: "VALID", reasons: [] });
  });
});

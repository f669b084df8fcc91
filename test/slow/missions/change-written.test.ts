import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { appText, DONE } from "#core/factory/architect/markers.ts";
import type { Fixture } from "#local-cloud/bedrock/fixture.ts";
import { change, changedFiles, releasesOf } from "#test/e2e/support/changes.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { verdictOn } from "#test/e2e/support/effects.ts";
import { fetchApp } from "#test/e2e/support/fetch-app.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { draft, proposal, says } from "#test/e2e/support/script.ts";
import { until } from "#test/support/limits.ts";

/** A change of an app that a model wrote, by a scripted model behind the local Bedrock, and its rollback. */

const SECONDS = 180;
const EDIT = `=== edit: public/index.html ===
=== search ===
<body><h1>Sum</h1><p id="sum"></p><script type="module" src="page.js"></script></body>
=== replace ===
<body><h1>Sum</h1><p>Of two numbers</p><p id="sum"></p><script type="module" src="page.js"></script></body>
=== end: public/index.html ===
`;
const { run_command, acceptance } = draft();
const APP = appText({ run_command, acceptance, features: [{ id: "sum", file: "public/sum.js" }] });
/** The prompt of a change differs from that of a new app in its first sentence. */
const CHANGED: Fixture = {
  match: { system: "You are the architect of Gantry. An app exists", text: "case-note" },
  reply: { text: `${EDIT}${APP}${DONE}\n` },
};
const SCRIPT = [
  says("consultant", "case-note", proposal()),
  CHANGED,
  says("architect", "case-sum", draft()),
  says("consultant", "case-sum", proposal()),
  says("critic", "case-", { verdict: "accept", notes: [] }),
];

let folder: string;
let gantry: Gantry;
let client: Client;
let project: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-change-"));
  writeFileSync(join(folder, "script.json"), JSON.stringify(SCRIPT));
  gantry = await startGantry({ GANTRY_BEDROCK: "fixture", GANTRY_FIXTURE: join(folder, "script.json") });
  client = await logIn(gantry);
  const mission = await client.wait(await client.build("Build me case-sum"), SECONDS);
  expect(mission).toMatchObject({ status: "DEPLOYED", outcome: "succeeded" });
  project = mission.project;
});
afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pageAt = async (url: string) => new TextDecoder().decode((await fetchApp(url)).bytes);

describe("a change of an app that a model wrote", () => {
  it("is a second release in which only the edited file differs", async () => {
    const id = await change(client, project, "Say what is added: case-note");
    expect(await client.wait(id, SECONDS)).toMatchObject({ status: "DEPLOYED", outcome: "succeeded" });
    const [second, first] = await releasesOf(client, project);
    expect(second).toMatchObject({ release: 2, status: "released", url: first.url, generated_sha256: null });
    expect(second.pr_url).not.toBe(first.pr_url);
    expect(await changedFiles(gantry, project, first.tree, second.tree)).toEqual(["public/index.html"]);
    expect(await pageAt(second.url)).toContain("Of two numbers");
    expect(await verdictOn(client, id)).toMatchObject({ verdict: "VALID", reasons: [] });
  });

  it("is rolled back to exactly the tree of the first release", async () => {
    const [, first] = await releasesOf(client, project);
    await client.post(`/gantry/projects/${project}/rollback`);
    const isOver = async () => (await client.get(`/gantry/projects/${project}`)).body.releases === 3;
    await until(isOver, { seconds: SECONDS, what: "the first release is live again" });
    const [third] = await releasesOf(client, project);
    expect(third).toMatchObject({
      release: 3,
      restores: 1,
      tree: first.tree,
      output_sha256: first.output_sha256,
    });
    expect(await pageAt(third.url)).not.toContain("Of two numbers");
  });
});

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { change, changedFiles, releasesOf } from "#test/e2e/support/changes.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { verdictOn } from "#test/e2e/support/effects.ts";
import { fetchApp } from "#test/e2e/support/fetch-app.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { wasTooBusy } from "#test/e2e/support/patient-policy.ts";

/** A change of a generated app on the local cloud, from the command to the second release. */

const SECONDS = 180;
let folder: string;
let gantry: Gantry;
let client: Client;
let project: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-change-"));
  gantry = await startGantry({ REPLACE_FILE: join(folder, "replace.json") }, [
    "--import",
    "./test/e2e/support/replace-production.ts",
    "local/main.ts",
    "--json",
  ]);
  client = await logIn(gantry);
  const mission = await judged(() => client.build("plant watering tracker with photos and a calendar"));
  expect(mission).toMatchObject({ status: "DEPLOYED", outcome: "succeeded" });
  project = mission.project;
});
afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The mission that this starts, once it has ended; another one while this machine is too busy to judge its app. */
async function judged(start: () => Promise<string>): Promise<any> {
  for (;;) {
    const ended = await client.wait(await start(), SECONDS);
    if (!wasTooBusy(ended)) return ended;
  }
}

const command = (...args: string[]) =>
  promisify(execFile)("node_modules/.bin/node", ["cli/main.ts", ...args], {
    env: {
      PATH: process.env.PATH,
      GANTRY_HOME: gantry.home,
      GANTRY_URL: gantry.origin,
      GANTRY_PASSWORD: gantry.password,
    },
  });

describe("a change of a generated app", () => {
  it("is a second release of the same project, with another pull request", async () => {
    const mission = await judged(async () => {
      // A mission that failed is an exit code, with the same output.
      const { stdout } = await command("change", project, "make it blue", "--yes", "--json").catch((e) => e);
      return JSON.parse(stdout).mission_id;
    });
    expect(mission).toMatchObject({ status: "DEPLOYED" });
    const [second, first] = await releasesOf(client, project);
    expect(second).toMatchObject({ release: 2, status: "released", url: first.url });
    expect(second.pr_url).not.toBe(first.pr_url);
    expect(await changedFiles(gantry, project, first.tree, second.tree)).toEqual([
      "public/icon.svg",
      "public/theme.css",
      "specification/app.json",
    ]);
    expect(second.generated_sha256).toBe(second.source_sha256);
    const { projects } = (await client.get("/gantry/projects")).body;
    expect(projects.find(({ project_id }: any) => project_id === project)).toMatchObject({
      state: "active",
      current: 2,
      releases: 2,
    });
  });

  it("is refused with what can be changed if the app has no part that it names", async () => {
    const path = `/gantry/projects/${project}/change`;
    const { status, body } = await client.post(path, { message: "with a blockchain" });
    expect([status, body.plan]).toEqual([200, null]);
    expect(body.speech).toMatch(/nothing to change .* add or remove fields/);
    expect((await client.post("/gantry/projects/nothing/change", { message: "make it blue" })).status).toBe(
      404,
    );
  });
});

describe("a rollback of a change", () => {
  it("restores the tree and the bytes of the release before", async () => {
    const [second, first] = await releasesOf(client, project);
    const theme = async () => new TextDecoder().decode((await fetchApp(`${second.url}/theme.css`)).bytes);
    const blue = await theme();
    await command("rollback", project);
    const [third] = await releasesOf(client, project);
    expect(third).toMatchObject({
      release: 3,
      restores: 1,
      tree: first.tree,
      output_sha256: first.output_sha256,
    });
    expect(await theme()).not.toBe(blue);
  });
});

describe("a change that its live address does not show", () => {
  it("ends partial, and the release before is live again", async () => {
    const [third, second, first] = await releasesOf(client, project);
    const page = await fetchApp(third.url);
    // Another deployment takes the place of the change as soon as it is promoted: that of the second release.
    const known = [third, second, first].map(({ deployment }) => deployment);
    writeFileSync(join(folder, "replace.json"), JSON.stringify({ known, to: second.deployment }));
    const ended = await judged(() => change(client, project, "call it Garden"));
    expect(ended).toMatchObject({ outcome: "partial", pr_url: null, error: { code: "NotLive" } });
    expect(ended.error.message).toMatch(/Release 3 is live again\.$/);
    expect(await fetchApp(third.url)).toEqual(page);
    const [failed] = await releasesOf(client, project);
    expect(failed).toMatchObject({ release: 4, status: "failed" });
    expect((await client.get(`/gantry/projects/${project}`)).body).toMatchObject({
      current: 3,
      state: "active",
    });
    expect(await verdictOn(client, ended.mission_id)).toMatchObject({ verdict: "VALID", reasons: [] });
  });
});

import { execFile } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { change, changedFiles, releasesOf } from "#test/e2e/support/changes.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { verdictOn } from "#test/e2e/support/effects.ts";
import { fetchApp } from "#test/e2e/support/fetch-app.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { type Clone, cloneInto } from "#test/local-cloud/github/clone.ts";

/** An app whose repository a person works on with git, between its releases. */

const SECONDS = 180;
let folder: string;
let gantry: Gantry;
let client: Client;
let project: string;
let clone: Clone;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-commits-"));
  gantry = await startGantry({});
  client = await logIn(gantry);
  const mission = await client.wait(await client.build("plant watering tracker"), SECONDS);
  expect(mission).toMatchObject({ status: "DEPLOYED", outcome: "succeeded" });
  project = mission.project;
  const address = `${gantry.origin}/github/gantry-local/${project}.git`;
  const token = readFileSync(join(gantry.home, "github-token"), "utf8").trim();
  const branch = `gantry/${mission.mission_id}`;
  clone = await cloneInto(join(folder, "clone"), address, { branch, token });
});
afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pageAt = async (url: string) => new TextDecoder().decode((await fetchApp(url)).bytes);
const plannedChange = async (message: string) =>
  (await client.post(`/gantry/projects/${project}/change`, { message })).body.plan.change;
const pull = async (url: string) => {
  const headers = {
    authorization: `Bearer ${readFileSync(join(gantry.home, "github-token"), "utf8").trim()}`,
  };
  const path = `/github/api/v3/repos/gantry-local/${project}/pulls/${url.split("/").at(-1)}`;
  return (await (await fetch(`${gantry.origin}${path}`, { headers })).json()) as any;
};

describe("an app whose repository has commits of people", () => {
  it("is changed on top of them, in another pull request that starts at their last commit", async () => {
    appendFileSync(join(clone.folder, "public/index.html"), "<!-- by hand -->\n");
    writeFileSync(join(clone.folder, "NOTES.md"), "Do not water the cactus.\n");
    const commit = await clone.commitAll("Say what matters");
    await clone.git("push", "--quiet", "origin", "HEAD");
    expect(await plannedChange("make it blue")).toMatchObject({
      edits: [expect.stringMatching(/^Takes in what was committed to gantry\/m_/), expect.any(String)],
      repository: { commit, files: { added: ["NOTES.md"], changed: ["public/index.html"], deleted: [] } },
    });
    const ended = await client.wait(await change(client, project, "make it blue"), SECONDS);
    expect(ended).toMatchObject({ status: "DEPLOYED", outcome: "succeeded" });
    const [second, first] = await releasesOf(client, project);
    expect(await changedFiles(gantry, project, first.tree, second.tree)).toEqual([
      "NOTES.md",
      "public/icon.svg",
      "public/index.html",
      "public/theme.css",
      "specification/app.json",
    ]);
    expect(await pageAt(second.url)).toContain("<!-- by hand -->");
    await clone.git("fetch", "--quiet", "origin");
    expect(await clone.git("rev-parse", `origin/gantry/${ended.mission_id}^`)).toBe(commit);
    expect(await verdictOn(client, ended.mission_id)).toMatchObject({ verdict: "VALID", reasons: [] });
  });

  it("is released as it is on the default branch once its pull request is merged", async () => {
    const [second] = await releasesOf(client, project);
    await clone.git("checkout", "--quiet", "main");
    await clone.git(
      "merge",
      "--quiet",
      "--no-ff",
      "-m",
      "Merge",
      "-X",
      "theirs",
      `origin/gantry/${second.mission_id}`,
    );
    appendFileSync(join(clone.folder, "NOTES.md"), "Nor the stone.\n");
    const commit = await clone.commitAll("Mention the stone");
    await clone.git("push", "--quiet", "origin", "main");
    expect(await pull(second.pr_url)).toMatchObject({ state: "closed", merged: true });
    expect(await plannedChange("release what I committed")).toMatchObject({
      edits: [expect.stringMatching(/ main /)],
      repository: { branch: "main", commit },
    });
    const environment = {
      PATH: process.env.PATH,
      GANTRY_HOME: gantry.home,
      GANTRY_URL: gantry.origin,
      GANTRY_PASSWORD: gantry.password,
    };
    const args = ["cli/main.ts", "change", project, "release what I committed", "--yes", "--json"];
    const { stdout } = await promisify(execFile)("node_modules/.bin/node", args, { env: environment });
    const ended = JSON.parse(stdout);
    expect(ended).toMatchObject({ status: "DEPLOYED" });
    const [third] = await releasesOf(client, project);
    expect(await changedFiles(gantry, project, second.tree, third.tree)).toEqual(["NOTES.md"]);
  });

  it("is not changed with a file that no app may have, and the reply names it", async () => {
    writeFileSync(join(clone.folder, "package-lock.json"), "{}\n");
    const [third] = await releasesOf(client, project);
    await clone.git("fetch", "--quiet", "origin");
    await clone.git("checkout", "--quiet", "-b", "work", `origin/gantry/${third.mission_id}`);
    await clone.commitAll("Lock");
    await clone.git("push", "--quiet", "origin", `HEAD:gantry/${third.mission_id}`);
    const { status, body } = await client.post(`/gantry/projects/${project}/change`, {
      message: "make it red",
    });
    expect([status, body.code]).toEqual([422, "UnsupportedRequest"]);
    expect(body.detail).toMatch(/must not contain 'package-lock\.json'/);
  });
});

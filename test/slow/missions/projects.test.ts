import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createStore } from "#adapters/dynamodb/store.ts";
import { createDeployments } from "#adapters/vercel/deployments.ts";
import { projectRef, projects } from "#core/factory/project/project.ts";
import type { Release } from "#core/factory/project/release.ts";
import { projectSignal } from "#core/factory/project/signals.ts";
import { createLedger } from "#core/kernel/ledger/ledger.ts";
import { homeKeys } from "#local/home-keys.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { aws, verdictOn } from "#test/e2e/support/effects.ts";
import { fetchApp } from "#test/e2e/support/fetch-app.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { evidenceOf } from "#test/e2e/support/rollbacks.ts";
import { until } from "#test/support/limits.ts";
import { countingIds, fakeClock } from "#test/support/memory-ports.ts";

/** A project on the local cloud: released, rolled back with the command, deleted; and one that does not go live. */

const run = promisify(execFile);
const SECONDS = 180;
const NEWER_PAGE = "<!doctype html><title>Newer</title>";
let folder: string;
let gantry: Gantry;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-projects-"));
  gantry = await startGantry({ REPLACE_FILE: join(folder, "replace.json") }, [
    "--import",
    "./test/e2e/support/replace-production.ts",
    "local/main.ts",
    "--json",
  ]);
  client = await logIn(gantry);
});
afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const command = (...args: string[]) =>
  run("node_modules/.bin/node", ["cli/main.ts", ...args], {
    env: {
      PATH: process.env.PATH,
      GANTRY_HOME: gantry.home,
      GANTRY_URL: gantry.origin,
      GANTRY_PASSWORD: gantry.password,
    },
  });

const vercel = () =>
  createDeployments({
    apiUrl: `${gantry.origin}/vercel`,
    token: homeKeys(gantry.home).vercel,
    scheme: "http",
    sleep,
    now: Date.now,
  });

const pageAt = async (url: string) => {
  const { status, bytes } = await fetchApp(url);
  return { status, page: new TextDecoder().decode(bytes) };
};

/** Another deployment of the project, with a page of its own. */
async function deployOther(name: string): Promise<string> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const { id } = await vercel().createPreview({
    project: await vercel().ensureProject(name),
    files: [
      { path: "config.json", bytes: encode('{"version":3}') },
      { path: "static/index.html", bytes: encode(NEWER_PAGE) },
    ],
    meta: { gantryKey: `${name}-other` },
  });
  await vercel().waitReady(id, 60);
  return id;
}

/** Makes another deployment the second release of a project, as a mission that changes the app does. */
async function releaseAgain(id: string, first: Release): Promise<void> {
  const deployment = await deployOther(id);
  await vercel().promote(await vercel().ensureProject(id), deployment);
  const dynamodb = new DynamoDBClient(aws(gantry));
  const store = createStore({ client: DynamoDBDocumentClient.from(dynamodb), table: "gantry" });
  const clock = { ...fakeClock(), now: () => Date.now() };
  const ledger = createLedger({ store, clock, ids: countingIds(clock) });
  const { release: _, ...facts } = first;
  const again = { ...facts, mission: "m_2", execution: "m_2", tree: "2".repeat(40), deployment };
  await ledger.append(projects, projectRef("local", id), () => ({
    drafts: [projectSignal("gantry.project.released", again)],
  }));
  dynamodb.destroy();
}

async function currentOf(id: string): Promise<Release> {
  const dynamodb = new DynamoDBClient(aws(gantry));
  const store = createStore({ client: DynamoDBDocumentClient.from(dynamodb), table: "gantry" });
  const clock = fakeClock();
  const project: any = await createLedger({ store, clock, ids: countingIds(clock) }).load(
    projectRef("local", id),
  );
  dynamodb.destroy();
  return project.latest;
}

describe("a project", () => {
  let id: string;
  let url: string;
  let first: any;

  beforeAll(async () => {
    const mission = await client.wait(
      await client.build("plant watering tracker with photos and a calendar"),
      SECONDS,
    );
    expect(mission).toMatchObject({ status: "DEPLOYED", outcome: "succeeded" });
    id = mission.project;
    url = mission.url;
    [first] = (await client.get(`/gantry/projects/${id}/releases`)).body.releases;
  });

  it("has the mission as its first release, with what it built", async () => {
    expect((await client.get("/gantry/projects")).body.projects).toMatchObject([
      { project_id: id, state: "active", current: 1, releases: 1, url },
    ]);
    const { evidence, mission_id } = (await client.get("/gantry/latest")).body;
    expect(first).toMatchObject({ mission_id, status: "released", evidence_sha256: evidence.seal_sha256 });
    expect(first.generated_sha256).toBe(first.source_sha256);
    expect(first.specification_sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is rolled back by the command to exactly the tree and the page of its first release", async () => {
    const page = await pageAt(url);
    await releaseAgain(id, await currentOf(id));
    await until(async () => (await pageAt(url)).page === NEWER_PAGE, { what: "the newer page is live" });
    const { stdout } = await command("rollback", id, "1");
    expect(stdout).toContain("Make the earlier release live: succeeded");
    expect(stdout).toContain("is live again as release 3");
    expect(await pageAt(url)).toEqual(page);
    const [third] = (await client.get(`/gantry/projects/${id}/releases`)).body.releases;
    expect(third).toMatchObject({
      release: 3,
      restores: 1,
      tree: first.tree,
      source_sha256: first.source_sha256,
      deployment: first.deployment,
    });
    const { zip: _, ...evidence } = await evidenceOf(gantry, client, third.execution_id);
    expect(evidence).toMatchObject({ seals: 1, verdict: "VALID", reasons: [] });
    expect(third.evidence_sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await command("project", id)).stdout).toMatch(/\n3 .* live, restores 1 /);
  });

  it("is deleted by the command: nothing is served, and the repository stays", async () => {
    const { stdout } = await command("delete", id, "--yes");
    expect(stdout).toContain("is deleted.");
    expect((await pageAt(url)).status).toBe(404);
    expect((await client.get("/gantry/projects")).body.projects).toEqual([]);
    expect((await client.get(`/gantry/projects/${id}`)).body.state).toBe("deleted");
    const { github } = homeKeys(gantry.home);
    const repository = await fetch(`${gantry.origin}/github/api/v3/repos/gantry-local/${id}`, {
      headers: { authorization: `Bearer ${github}` },
    });
    expect(repository.status).toBe(200);
  });
});

describe("a first release that its live address does not show", () => {
  it("ends the mission as partial with the reason, and nothing is published", async () => {
    const mission = await client.build("Build me a task manager");
    const { project } = (await client.get(`/gantry/status/${mission}`)).body;
    const previewed = await until(
      async () => {
        const { events } = (await client.get(`/gantry/missions/${mission}/events?limit=200`)).body;
        return events.find(({ type }: any) => type === "gantry.deployment.previewed");
      },
      { seconds: SECONDS, what: "the preview exists" },
    );
    const to = await deployOther(project);
    writeFileSync(join(folder, "replace.json"), JSON.stringify({ from: previewed.data.deployment, to }));
    const ended = await client.wait(mission, SECONDS);
    expect(ended).toMatchObject({
      status: "DEPLOYED",
      outcome: "partial",
      pr_url: null,
      error: {
        code: "NotLive",
        message:
          "Vercel has another deployment in production. Tries: 3. There is no earlier release, so this one stays in production.",
      },
    });
    expect((await client.get(`/gantry/projects/${project}`)).body).toMatchObject({
      current: null,
      releases: 1,
    });
    expect(await verdictOn(client, mission)).toMatchObject({ verdict: "VALID", reasons: [] });
  });
});

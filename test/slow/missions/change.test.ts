import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";

/** A change of a generated app on the local cloud, from the command to the second release. */

const SECONDS = 180;
let gantry: Gantry;
let client: Client;
let project: string;

beforeAll(async () => {
  gantry = await startGantry();
  client = await logIn(gantry);
  const mission = await client.wait(
    await client.build("plant watering tracker with photos and a calendar"),
    SECONDS,
  );
  expect(mission).toMatchObject({ status: "DEPLOYED", outcome: "succeeded" });
  project = mission.project;
});
afterAll(async () => {
  await gantry?.stop();
});

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
    const { stdout } = await command("change", project, "make it blue", "--yes", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ status: "DEPLOYED" });
    const [second, first] = (await client.get(`/gantry/projects/${project}/releases`)).body.releases;
    expect(second).toMatchObject({ release: 2, status: "released", url: first.url });
    expect(second.pr_url).not.toBe(first.pr_url);
    expect(second.tree).not.toBe(first.tree);
    expect(second.generated_sha256).toBe(second.source_sha256);
    expect((await client.get("/gantry/projects")).body.projects).toMatchObject([
      { project_id: project, state: "active", current: 2, releases: 2 },
    ]);
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

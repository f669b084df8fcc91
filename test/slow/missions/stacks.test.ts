import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type AppAnswer, fetchApp } from "#test/e2e/support/fetch-app.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { visit } from "#test/e2e/support/visit.ts";

/** Each stack but the usual one, end to end. Packages come from the npm registry. */

/** Seconds a mission may take, its packages downloaded on a slow line. */
const WAIT = 180;

let gantry: Gantry;
let client: Client;
let react: string;
let quiz: string;

beforeAll(async () => {
  const registry = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
  // What this machine needs to reach its registry, npm start passes on as well.
  const certificates = process.env.NODE_EXTRA_CA_CERTS;
  gantry = await startGantry({
    GANTRY_REGISTRY: registry,
    ...(certificates ? { NODE_EXTRA_CA_CERTS: certificates } : {}),
  });
  client = await logIn(gantry);
  react = await client.build("Build me a task manager in React and TypeScript");
  quiz = await client.build("Build me a quiz with an API");
});
afterAll(() => gantry?.stop());

async function eventsOf(mission: string, type: string): Promise<any[]> {
  const { body } = await client.get(`/gantry/missions/${mission}/events`);
  return body.events.filter((event: any) => event.type === type).map((event: any) => event.data);
}

async function end(id: string): Promise<any> {
  const mission = await client.wait(id, WAIT);
  const ms = Date.parse(mission.ended_at) - Date.parse(mission.created_at);
  console.info(`${mission.title}: ${mission.status} after ${ms} ms`);
  return mission;
}

describe("an app in React and TypeScript", () => {
  it("goes live with packages that are packed once and then reused", async () => {
    const first = await end(react);
    expect(first).toMatchObject({ status: "DEPLOYED", attempts: 1, error: null });
    const app = await visit(first.url);
    try {
      await app.page.getByLabel("New task").fill("Water the plants");
      await app.page.getByRole("button", { name: "Add task" }).click();
      await app.page.getByText("Water the plants").first().waitFor();
      await app.page.reload();
      await app.page.getByText("Water the plants").first().waitFor();
      const tab = await app.page.context().newPage();
      await tab.goto(first.url);
      await tab.getByLabel("New task").fill("Sweep the floor");
      await tab.getByRole("button", { name: "Add task" }).click();
      await app.page.getByText("Sweep the floor").first().waitFor();
      expect([...app.errors]).toEqual([]);
    } finally {
      await app.close();
    }

    const again = "Build me a task manager in React and TypeScript with tags";
    const second = await end(await client.build(again, { deploy: false, publish: false }));
    expect(second).toMatchObject({ status: "SUCCEEDED", attempts: 1 });
    const [[packed], [reused]] = [
      await eventsOf(first.mission_id, "gantry.layer.ready"),
      await eventsOf(second.mission_id, "gantry.layer.ready"),
    ];
    expect(packed).toMatchObject({ reused: false, key: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(reused).toEqual({ ...packed, reused: true });
  });
});

describe("an app with a function behind it", () => {
  it("goes live, and the function replies", async () => {
    const mission = await end(quiz);
    expect(mission).toMatchObject({ status: "DEPLOYED", attempts: 1, error: null });
    const read = ({ status, bytes }: AppAnswer) => ({
      status,
      body: JSON.parse(new TextDecoder().decode(bytes)),
    });
    const asked = read(await fetchApp(`${mission.url}/api/questions`));
    expect(asked.status).toBe(200);
    const [question] = asked.body.questions;
    expect(question).not.toHaveProperty("answer");
    const headers = { "content-type": "application/json" };
    const post = async (body: object) =>
      read(
        await fetchApp(`${mission.url}/api/answer`, { method: "POST", headers, body: JSON.stringify(body) }),
      );
    const answers = await Promise.all(
      question.options.map((_: string, option: number) => post({ id: question.id, option })),
    );
    expect(answers.map(({ status }) => status)).toEqual(question.options.map(() => 200));
    expect(answers.filter(({ body }) => body.right)).toHaveLength(1);
    expect((await post({ id: "no-such-question", option: 0 })).status).toBe(400);
  });
});

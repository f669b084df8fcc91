import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { effectsOf, projectOf } from "#test/e2e/support/effects.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { commandsNaming, descendants, survivors } from "#test/e2e/support/processes.ts";
import { limit, until } from "#test/support/limits.ts";
import { seeded } from "#test/support/seeded.ts";

/**
 * `kill -9` of the whole process, again and again. Whatever moment it hits, the mission ends DEPLOYED with one
 * deployment, one pull request and one seal. The seed of the run gives the same moments again.
 */

const WISH = "Build me a counter";
const KILLS = 20;
const INTERRUPTED = 6;
/** Builders, sandboxes and browsers notice that their parent is gone; this is how long they may take. */
const GONE_SECONDS = 5;

const seed = jest.getSeed();
const random = seeded(seed);
/** Missions that were built on purpose, not by a request that was cut off. */
const deployed = new Set<string>();
let gantry: Gantry;
let client: Client;

beforeAll(async () => {
  gantry = await startGantry();
  client = await logIn(gantry);
});

afterAll(async () => {
  await gantry?.stop();
});

/** Kills the process, starts it again, and answers what is left of the killed one. */
async function killAndRestart(): Promise<string[]> {
  const started = descendants(gantry.pid);
  await gantry.crash();
  const [left] = await Promise.all([survivors(started, GONE_SECONDS), gantry.start()]);
  return left;
}

async function phaseOf(mission: string): Promise<string> {
  return (await client.get(`/gantry/status/${mission}`)).body.status;
}

async function expectOneOfEach(mission: string): Promise<void> {
  const ended = await client.wait(mission, 60);
  expect(ended).toMatchObject({ status: "DEPLOYED", outcome: "succeeded", attempts: 1, error: null });
  expect(await effectsOf(gantry, client, mission, projectOf(ended))).toEqual({
    deployments: [expect.any(String)],
    pulls: [`1 gantry/${mission}`],
    seals: [expect.any(String)],
    verdict: "VALID",
    reasons: [],
  });
}

/** The steps of a mission, and how many milliseconds after each of them the next is at work. */
const STEPS = [
  ["admit", 80],
  ["prepare", 50],
  ["architect", 50],
  ["check", 50],
  ["install", 80],
  ["build", 1200],
  ["inspect", 60],
  ["review", 250],
  ["preview", 2500],
  ["verify", 200],
  ["promote", 600],
  ["check-live", 60],
  ["publish", 120],
] as const;

interface KeyedRequest {
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
}

const send = ({ path, body, key }: KeyedRequest) => client.post(path, body, { "idempotency-key": key });

describe("killing the Gantry process", () => {
  const interrupted: KeyedRequest[] = [];
  let before: string[];

  it(`in the middle of ${INTERRUPTED} requests lets it start again`, async () => {
    before = await missionIds();
    for (let round = 0; round < INTERRUPTED; round++) {
      const request = await newRequest(round);
      interrupted.push(request);
      const sent = send(request).catch(() => undefined);
      await sleep(random() * 90);
      expect(await killAndRestart()).toEqual([]);
      await sent;
    }
  });

  it(`at ${KILLS} random moments of missions leaves each effect once and no other process`, async () => {
    const missions: string[] = [];
    const moments: string[] = [];
    let next: number = STEPS.length;
    while (moments.length < KILLS) {
      const step = STEPS[next];
      if (!step) {
        if (missions.length > 0) await client.wait(missions.at(-1) as string, 60);
        missions.push(await client.build(WISH));
        deployed.add(missions.at(-1) as string);
        next = Math.floor(random() * 2);
        continue;
      }
      const [name, ms] = step;
      await done(missions.at(-1) as string, name);
      await sleep(random() * ms);
      moments.push(await phaseOf(missions.at(-1) as string));
      expect(await killAndRestart()).toEqual([]);
      next += Math.floor(random() * 3);
    }
    console.info(`killed in: ${moments.join(" ")}`);
    for (const mission of missions) await expectOneOfEach(mission);
  });

  it("makes one mission of a request that is sent again under its Idempotency-Key", async () => {
    const first = await Promise.all(interrupted.map(answered));
    const again = await Promise.all(interrupted.map(answered));
    expect(again).toEqual(first);
    for (const mission of first)
      expect(await client.wait(mission, 60)).toMatchObject({ status: "SUCCEEDED" });
    const plans = (await missionIds()).filter((id) => !before.includes(id) && !first.includes(id));
    expect(new Set(first).size).toBe(INTERRUPTED);
    expect(plans.length).toBe(deployed.size);
  });

  it("leaves no process at work in its folders", async () => {
    const running = new Set(descendants(gantry.pid).map(({ pid }) => String(pid)));
    const others = commandsNaming(gantry.home).filter((line) => !running.has(line.split(" ")[0] as string));
    expect(others).toEqual([]);
  });
});

/** Planning and building in one call, and confirming a plan, take turns. */
async function newRequest(round: number): Promise<KeyedRequest> {
  const key = `crash-${seed}-${round}`;
  const wish = { deploy: false, publish: false };
  if (round % 2 === 0) return { path: "/gantry/architect", body: { voice_memo: WISH, ...wish }, key };
  const { conversation_id, plan } = (await client.post("/gantry/voice", { message: WISH, ...wish })).body;
  return { path: "/gantry/voice", body: { conversation_id, confirm: plan.hash }, key };
}

/** The mission the request made, asked for until the killed process's claim on the key has run out. */
async function answered(request: KeyedRequest): Promise<string> {
  for (const longest = limit(90); ; await sleep(500)) {
    const { status, body } = await send(request);
    if (status < 300) return body.mission_id;
    if (body.code !== "RequestInProgress" || longest.over())
      throw new Error(`${request.path} answers ${status}: ${JSON.stringify(body)}`);
  }
}

async function missionIds(): Promise<string[]> {
  const { missions } = (await client.get("/gantry/missions?limit=200")).body;
  return missions.map(({ mission_id }: { mission_id: string }) => mission_id);
}

/** Waits until the log says that the step was done for the mission. */
async function done(mission: string, step: string): Promise<void> {
  const line = new RegExp(`"step done".*"function_name":"${step}".*"correlation_id":"${mission}"`);
  await until(() => line.test(gantry.output()), { what: `${step} is done for ${mission}` });
}

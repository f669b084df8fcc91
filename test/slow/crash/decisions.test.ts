import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { parse, stringify } from "yaml";
import { type Policy, policySchema } from "#core/factory/policy/policy.ts";
import type { DecisionType } from "#core/governance/gate/decision.ts";
import { chainFault } from "#core/kernel/ledger/chain.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { effectsOf, projectOf } from "#test/e2e/support/effects.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { patientPolicy } from "#test/e2e/support/patient-policy.ts";
import { isAlive } from "#test/e2e/support/processes.ts";
import {
  ended,
  evidenceOf,
  gateAt,
  type LiveProject,
  liveProject,
  promotionsOf,
} from "#test/e2e/support/rollbacks.ts";
import { type Row, rows } from "#test/e2e/support/table.ts";
import { until } from "#test/support/limits.ts";
import { runs } from "#test/support/property.ts";
import { seeded } from "#test/support/seeded.ts";

/**
 * `kill -9` of the whole process at its awaits while executions begin, reach their gates, and are decided: rollbacks,
 * missions that wait before their pull request, and plans to be confirmed. What a client sends again under its
 * Idempotency-Key after the restart is done once. The moments are spread evenly over all there are; the seed of the run
 * gives the same ones again.
 */

const ROUNDS = runs(8);
/** The gate of a rollback expires after seven days. */
const EXPIRED_MS = 7 * 86_400_000;
const TIMER_KILLS = 4;
/** About as many as there are from the start of the service to the end of a run whose gate has expired. */
const TIMER_MOMENTS = 100;
const MISSIONS: readonly DecisionType[] = ["APPROVE", "REJECT"];
const WISH = { message: "Build me a landing page", deploy: false };
/** Longer than the lease of a request that was cut off, so that the same request can be sent again at once. */
const RESTART_MS = 61_000;

const random = seeded(jest.getSeed());
const env: Record<string, string> = { CLOCK_AHEAD_MS: "0" };
let folder: string;
let gantry: Gantry;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-decisions-"));
  const shipped: Policy = policySchema.parse(parse(patientPolicyText()));
  const directives = { ...shipped.directives, "repo.pull_request.open": "require_human" as const };
  env.GANTRY_POLICY = join(folder, "approvals.yaml");
  writeFileSync(env.GANTRY_POLICY, stringify({ ...shipped, directives }));
  const preloads = ["clock-ahead", "kill-at"].flatMap((name) => [
    "--import",
    `./test/e2e/support/${name}.ts`,
  ]);
  gantry = await startGantry(env, [...preloads, "local/main.ts", "--json"]);
  client = await logIn(gantry);
});

afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const patientPolicyText = () => readFileSync(patientPolicy(folder), "utf8");

/** Something that waits for a decision. */
interface Case {
  readonly kind: "rollback" | "mission" | "plan";
  readonly id: string;
  readonly type: DecisionType;
  readonly gate: any;
  readonly project?: LiveProject;
}

let sent = 0;
/** How far the service's clock has gone ahead, in milliseconds. */
let ahead = 0;
interface Keyed {
  readonly path: string;
  readonly body: object;
  readonly key: string;
}
const keyed = (path: string, body: object): Keyed => ({
  path,
  body,
  key: `kill-${jest.getSeed()}-${sent++}`,
});

/** Sends requests at once, counts the moments from then on, and kills the process at the n-th; then starts it again. */
async function sendAndKill(requests: readonly Keyed[], at: number): Promise<void> {
  const { pid } = gantry;
  const replies = requests.map(({ path, body, key }, index) =>
    client
      .post(path, body, { "idempotency-key": key, ...(index === 0 ? { "x-kill-at": `${at}` } : {}) })
      .catch(() => undefined),
  );
  await until(() => !isAlive({ pid }), { what: `the process dies at moment ${at}` });
  await gantry.crash();
  await Promise.all(replies);
  ahead += RESTART_MS;
  env.CLOCK_AHEAD_MS = String(ahead);
  await gantry.start();
}

/** Sends the requests again, as a client does that has got no reply. */
async function sendAgain(requests: readonly Keyed[]): Promise<any[]> {
  return Promise.all(
    requests.map(async ({ path, body, key }) => {
      const reply = await client.post(path, body, { "idempotency-key": key });
      if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
      return reply.body;
    }),
  );
}

const decisionOf = ({ gate: { gate_id, epoch, snapshot_sha256 }, type }: Case): Keyed =>
  keyed("/gantry/decisions", { gate_id, epoch, snapshot_sha256, type, justification: "Seen." });

const rollbackOf = ({ name: project, earlier: deployment }: LiveProject): Keyed =>
  keyed("/gantry/instances", {
    workflow: "gantry.rollback",
    trigger: { kind: "incident", ref: "INC-7" },
    input: { project, deployment },
  });

/** A plan that is shown, with the gate at which it is confirmed. */
async function planned(type: DecisionType): Promise<Case> {
  const { conversation_id, gate_id } = (await client.post("/gantry/consult", { ...WISH, publish: false }))
    .body;
  return {
    kind: "plan",
    id: conversation_id,
    type,
    gate: (await client.get(`/gantry/gates/${gate_id}`)).body,
  };
}

/** How many moments there are between a request and the log's line that ends what it began. */
async function countMoments(request: Keyed, end: () => RegExp): Promise<number> {
  const { path, body, key } = request;
  await client.post(path, body, { "idempotency-key": key, "x-kill-at": "1000000" });
  await until(() => end().test(gantry.output()));
  await client.post("/gantry/consult", {}, { "x-kill-at": "0" });
  const printed = [...gantry.output().matchAll(/"message":"moments","count":(\d+)/g)];
  return Number(printed.at(-1)?.[1]);
}

/** A moment of the k-th of the rounds, so that all rounds together are spread evenly over the moments. */
const momentOf = (round: number, moments: number): number =>
  1 + Math.floor(((round + random()) * moments) / ROUNDS);

describe("kill -9 while people decide", () => {
  const cases: Case[] = [];
  let moments = { begin: 0, decide: 0 };

  it("is counted by the requests that the process makes itself", async () => {
    const project = await liveProject(gantry, "counted");
    const request = rollbackOf(project);
    const begin = await countMoments(request, () => /"step done".*"function_name":"await-decision"/);
    const [{ instance_id: id }] = await sendAgain([request]);
    const found: Case = { kind: "rollback", id, type: "APPROVE", gate: await gateAt(client, id), project };
    const decide = await countMoments(decisionOf(found), () => /"step done".*"function_name":"seal-run"/);
    cases.push(found);
    moments = { begin, decide };
    console.info(`moments: ${begin} to a gate, ${decide} from a decision to the end`);
    expect(begin).toBeGreaterThan(50);
    expect(decide).toBeGreaterThan(50);
  });

  it("leaves missions that can be built to their gates", async () => {
    const built = await Promise.all(MISSIONS.map(() => client.build(WISH.message, { deploy: false })));
    for (const [index, id] of built.entries())
      cases.push({
        kind: "mission",
        id,
        type: MISSIONS[index] as DecisionType,
        gate: await gateAt(client, id),
      });
  });

  it(`at ${2 * ROUNDS} moments doubles nothing that is sent again`, async () => {
    const missions = cases.filter(({ kind }) => kind === "mission");
    for (let round = 0; round < ROUNDS; round++) {
      const projects = await Promise.all(
        ["approved", "rejected"].map((name) => liveProject(gantry, `${name}-${round}`)),
      );
      const begins = projects.map(rollbackOf);
      // Two at once have nearly twice the moments of one; a rejection has fewer than an approval.
      await sendAndKill(begins, momentOf(round, 1.8 * moments.begin));
      const begun = await sendAgain(begins);
      const waiting: Case[] = await Promise.all([
        ...begun.map(async ({ instance_id: id }, index) => ({
          kind: "rollback" as const,
          id,
          type: index === 0 ? ("APPROVE" as const) : ("REJECT" as const),
          gate: await gateAt(client, id),
          project: projects[index] as LiveProject,
        })),
        planned(round % 2 === 0 ? "APPROVE" : "REJECT"),
      ]);
      cases.push(...waiting);
      const decided = [...waiting, ...missions.splice(0, round % 3 === 1 ? 1 : 0)];
      // The order in which they reach the process changes from round to round.
      const decisions = decided.map(decisionOf).toSorted(() => random() - 0.5);
      await sendAndKill(decisions, momentOf(round, 1.5 * moments.decide));
      for (const decision of await sendAgain(decisions))
        if (decision.gate === "build.confirm" && decision.type === "APPROVE")
          await client.post(`/gantry/missions/${decision.execution_id}/cancel`);
    }
    const left = missions.map(decisionOf);
    await sendAgain(left);
  });

  it("lets every execution end", async () => {
    for (const { kind, id, type } of cases) {
      if (kind === "plan") continue;
      const outcome = type === "APPROVE" ? "succeeded" : "rejected";
      expect(await ended(client, id)).toMatchObject({ outcome });
    }
  });

  it("leaves one decision for each gate, each step behind its own, and chains without gaps", async () => {
    await restartAhead(0);
    const stored = await rows(gantry);
    for (const each of cases) expectOneDecision(stored, each);
  });

  it("has each effect once, and evidence that is VALID", async () => {
    for (const each of cases.filter(({ kind }) => kind !== "plan")) await expectOneEffect(each);
    for (const { id } of cases.filter(({ kind, type }) => kind === "mission" && type === "APPROVE")) {
      const mission = (await client.get(`/gantry/status/${id}`)).body;
      const { pulls } = await effectsOf(gantry, client, id, projectOf(mission));
      expect(pulls).toEqual([`1 gantry/${id}`]);
    }
  });

  it(`at ${TIMER_KILLS} moments after the time limit of a gate still rejects once`, async () => {
    // What was made last must not lie in the future.
    await restartAhead(ahead);
    const project = await liveProject(gantry, "expired");
    const [{ instance_id: id }] = await sendAgain([rollbackOf(project)]);
    const gate = await gateAt(client, id);
    env.CLOCK_AHEAD_MS = String(ahead + EXPIRED_MS);
    const isSealed = () =>
      new RegExp(`"step done".*"function_name":"seal-run".*"${id}"`).test(gantry.output());
    for (let kill = 0; kill < TIMER_KILLS && !isSealed(); kill++) {
      env.KILL_AT = String(1 + Math.floor(((kill + random()) * TIMER_MOMENTS) / TIMER_KILLS));
      await gantry.crash();
      await gantry.start().catch(() => {}); // It may die before it is ready.
      await until(() => !isAlive(gantry) || isSealed());
    }
    delete env.KILL_AT;
    await gantry.crash();
    await gantry.start();
    expect(await ended(await logIn(gantry), id)).toMatchObject({ outcome: "timed_out" });
    const expired: Case = { kind: "rollback", id, type: "REJECT", gate, project };
    await restartAhead(0);
    expectOneDecision(await rows(gantry), expired);
    await expectOneEffect(expired);
  });
});

/** At 0 the clients of AWS services in this process have the service's time. */
async function restartAhead(ms: number): Promise<void> {
  await gantry.crash();
  env.CLOCK_AHEAD_MS = String(ms);
  await gantry.start();
}

function expectOneDecision(stored: readonly Row[], { kind, id, gate, type }: Case): void {
  const signals = signalsOf(stored, kind === "plan" ? "conversation" : "execution", id);
  expect(chainFault(signals)).toBeUndefined();
  const decisions = signals.filter((signal) => signal.type === "gantry.decision.recorded");
  expect(decisions.map(({ data }) => [data.gate_id, data.type])).toEqual([[gate.gate_id, type]]);
  expect(signals.filter((signal) => signal.type === "gantry.gate.opened")).toHaveLength(1);
  const left = signals.filter(({ data }) => data.from === "WAITING_FOR_HUMAN");
  expect(left.map(({ data }) => data.to)).toEqual(
    kind === "plan" ? [] : [type === "APPROVE" ? "APPROVED" : "REJECTED"],
  );
  const [decision] = decisions.map(({ sequence }) => Number(sequence));
  for (const { sequence } of left) expect(Number(sequence)).toBe((decision as number) + 1);
  const begun = stored.filter(
    ({ sk, state }) => sk === "META" && kind === "plan" && state?.trigger?.ref === id,
  );
  expect(begun).toHaveLength(kind === "plan" && type === "APPROVE" ? 1 : 0);
}

async function expectOneEffect({ id, type, project }: Case): Promise<void> {
  const { zip: _, ...evidence } = await evidenceOf(gantry, client, id);
  expect(evidence).toMatchObject({ seals: 1, verdict: "VALID", reasons: [] });
  if (!project) return;
  const { earlier, live } = project;
  expect(promotionsOf(gantry, project)).toEqual([earlier, live, ...(type === "APPROVE" ? [earlier] : [])]);
}

/** The signals of an aggregate, in their order. */
function signalsOf(stored: readonly Row[], kind: string, id: string): Signal[] {
  return stored
    .filter(({ pk, sk }) => pk === `T#local#${kind}#${id}` && sk.startsWith("E#"))
    .toSorted((a, b) => (a.sk < b.sk ? -1 : 1))
    .map(({ signal }) => signal);
}

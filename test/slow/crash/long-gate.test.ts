import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parse, stringify } from "yaml";
import { openPack } from "#core/evidence/pack.ts";
import { type Policy, policySchema } from "#core/factory/policy/policy.ts";
import { gateTokenKey } from "#core/governance/gate/token.ts";
import { runRef } from "#core/workflows/run.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import {
  beginRollback,
  ended,
  evidenceOf,
  gateAt,
  type LiveProject,
  liveProject,
  promotionsOf,
} from "#test/e2e/support/rollbacks.ts";
import { rows } from "#test/e2e/support/table.ts";
import { type Watch, watch } from "#test/e2e/support/watch.ts";
import { until } from "#test/support/limits.ts";

/**
 * A gate waits for 300 days, through restarts of the whole service. Time passes while the service is killed: it starts
 * again with a clock that is ahead.
 */

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
const CLOCK = pathToFileURL("test/e2e/support/clock-ahead.ts").href;
/** What the requests of this test cause, and what is scheduled for the installation as a whole. */
const UNRELATED = /^(api|authorizer|origin-authorizer|ws-.*|sweep)$/;

const env: Record<string, string> = { NODE_OPTIONS: `--import=${CLOCK}`, CLOCK_AHEAD_MS: "0" };
let folder: string;
let gantry: Gantry;
let client: Client;
/** The session of the day on which the gate was opened. */
let first: Client;
/** Each ends with the process that it was opened to. */
const sockets: Watch[] = [];
let project: LiveProject;
let run: string;
/** The gate as it was opened. */
let gate: any;
/** The task tokens with which the machine waited, the last one at the end. */
const tokens: string[] = [];
const replies: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-long-"));
  env.GANTRY_POLICY = slowPolicy();
  gantry = await startGantry(env, ["test/e2e/support/counting-main.ts"]);
  client = await keepingReplies();
  first = client;
  project = await liveProject(gantry, "long");
  run = await beginRollback(client, project);
  await openSocket();
  await decide(await gateAt(client, run), "APPROVE");
  gate = await until(async () => {
    const open = await gateAt(client, run);
    return open.name === "deploy.promote" && open;
  });
  tokens.push(await until(tokenNow));
  // The hint of the newest signal is the last thing that an opened gate causes.
  const newest = Math.max(
    ...(await rows(gantry)).flatMap(({ pk, signal }) =>
      pk.endsWith(run) ? Number(signal?.sequence ?? 0) : [],
    ),
  );
  await until(() => sockets[0]?.messages.some(({ seq }) => seq >= newest));
});

afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Promotions await an admin's decision for a year; after 200 days the owner may decide as well. */
function slowPolicy(): string {
  const shipped: Policy = policySchema.parse(parse(readFileSync("policy.yaml", "utf8")));
  const path = join(folder, "policy.yaml");
  const policy: Policy = {
    ...shipped,
    directives: { ...shipped.directives, "deploy.promote": "require_human" },
    approvals: {
      approvers: ["admin"],
      expires_seconds: 364 * DAY_SECONDS,
      escalate: { after_seconds: 200 * DAY_SECONDS, approvers: ["owner"] },
      justification: "words",
      devices: "refused",
    },
  };
  writeFileSync(path, stringify(policySchema.parse(policy)));
  return path;
}

async function keepingReplies(): Promise<Client> {
  const session = await logIn(gantry);
  const keep = async (reply: ReturnType<Client["get"]>) => {
    replies.push(JSON.stringify((await reply).body));
    return reply;
  };
  return {
    ...session,
    get: (path) => keep(session.get(path)),
    post: (path, body, headers) => keep(session.post(path, body, headers)),
  };
}

async function openSocket(): Promise<void> {
  const { ticket, url } = (await client.post("/gantry/ws-ticket", { mission_id: run })).body;
  sockets.push(await watch(gantry.origin, url, ticket));
}

const decide = ({ gate_id, epoch, snapshot_sha256 }: any, type: string) =>
  client.post("/gantry/decisions", { gate_id, epoch, snapshot_sha256, type, justification: "Seen." });

const tokenSk = () => gateTokenKey(runRef("local", run), gate.gate_id).sk;
const tokenNow = async (): Promise<string | undefined> =>
  (await rows(gantry)).find(({ sk }) => sk === tokenSk())?.token;

/** Functions that were invoked since an earlier length of the log. */
const invokedSince = (length: number): string[] =>
  [
    ...gantry
      .output()
      .slice(length)
      .matchAll(/"message":"invoked","function":"([^"]+)"/g),
  ]
    .map(([, name]) => name as string)
    .filter((name) => !UNRELATED.test(name));

/** Restarts the service on a day after the gate was opened; returns what was invoked before the first person came. */
async function restartOn(day: number): Promise<string[]> {
  await gantry.crash();
  env.CLOCK_AHEAD_MS = String(day * DAY_MS);
  const before = gantry.output().length;
  await gantry.start();
  // What is due is begun before a request gets its reply.
  await fetch(`${gantry.origin}/ready`);
  const invoked = invokedSince(before);
  client = await keepingReplies();
  await openSocket();
  return invoked;
}

const stateNow = async () => (await client.get(`/gantry/instances/${run}`)).body.state;
const gateNow = async () => (await client.get(`/gantry/gates/${gate.gate_id}`)).body;

describe("a gate that waits for 300 days", () => {
  it("causes no invocation on a day on which nothing is due", async () => {
    for (const day of [30, 150]) {
      expect(await restartOn(day)).toEqual([]);
      expect(await stateNow()).toBe("WAITING_FOR_HUMAN");
      expect(await gateNow()).toMatchObject({ state: "open", epoch: 1 });
    }
    expect((await decide(gate, "APPROVE")).body.code).toBe("Forbidden");
  });

  it("lets more people decide when that is due, and wakes for nothing else", async () => {
    const before = gantry.output().length;
    await restartOn(201);
    const escalated = await until(async () => {
      const now = await gateNow();
      return now.epoch === 2 && now;
    });
    expect(escalated).toMatchObject({ state: "open", approvers: ["admin", "owner"] });
    await until(() => invokedSince(before).includes("await-decision"));
    // The relay is invoked for every signal, that of the log-in as well.
    expect(new Set([...invokedSince(before), "relay"])).toEqual(
      new Set(["gate-timer", "await-decision", "relay"]),
    );
  });

  it("takes the decision of the person on day 300, on the gate as it is then", async () => {
    expect(await restartOn(300)).toEqual([]);
    expect(await stateNow()).toBe("WAITING_FOR_HUMAN");
    expect((await decide(gate, "APPROVE")).body).toMatchObject({ code: "StaleGate", epoch: 2 });
    expect(await decide(await gateNow(), "APPROVE")).toMatchObject({ status: 201 });
    expect(await ended(client, run)).toMatchObject({ state: "COMPLETED", outcome: "succeeded" });
    expect(promotionsOf(gantry, project)).toEqual([project.earlier, project.live, project.earlier]);
  });

  it("keeps its task token to itself", async () => {
    for (const path of [
      "/gantry/instances",
      `/gantry/instances/${run}`,
      "/gantry/gates?state=closed",
      `/gantry/missions/${run}/events?after=0`,
      `/gantry/missions/${run}`,
    ])
      await client.get(path);
    // The clients of AWS services in this process have the machine's time, and so has the first session.
    await gantry.crash();
    env.CLOCK_AHEAD_MS = "0";
    await gantry.start();
    tokens.push((await tokenNow()) ?? "");
    expect(tokens.map(({ length }) => length > 100)).toEqual([true, true]);
    const { zip, ...evidence } = await evidenceOf(gantry, first, run);
    expect(evidence).toMatchObject({ seals: 1, verdict: "VALID", reasons: [] });
    const pack = [...openPack(zip).values()].map((bytes) => Buffer.from(bytes).toString());
    const said = [
      ...replies,
      gantry.output(),
      ...sockets.map(({ messages }) => JSON.stringify(messages)),
      ...pack,
    ];
    expect(said.filter(hasToken)).toEqual([]);
    const holders = (await rows(gantry)).filter((row) => hasToken(JSON.stringify(row)));
    expect(holders.map(({ sk }) => sk)).toEqual([tokenSk()]);
  });

  it("has its token in no file but the table's and the state machine's own", () => {
    const holders = filesIn(gantry.home).filter((path) => hasToken(readFileSync(path, "latin1")));
    const folders = holders.map((path) => path.slice(gantry.home.length + 1).split(sep)[0] as string);
    expect(new Set(folders)).toEqual(new Set(["dynamodb", "states"]));
  });
});

const hasToken = (text: string): boolean => tokens.some((token) => text.includes(token));

const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());

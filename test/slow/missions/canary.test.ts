import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { homeKeys } from "#local/home-keys.ts";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { draft, proposal, RIGHT, repaired, says, sumJs } from "#test/e2e/support/script.ts";
import { quiet } from "#test/e2e/support/table.ts";
import { canariesIn } from "#test/support/canary.ts";

/** One mission in which everything that is private can be recognised wherever it turns up again. */

const CANARIES = {
  prompt: "prompt?7f3e/91b2>c4d8",
  answer: "answer?a81c/5be0>93f2",
  title: "title?c09d/72ea>1b46",
  code: "code?e5b7/3f18>d90a",
  password: "password?46da/b2c7>80e1",
  // The installation's own, known once it has started.
  github: "",
  vercel: "",
  secret: "",
};
const WORD = "case-canary";
const SCRIPT = [
  says("consultant", WORD, { ...proposal(), question: "Which numbers?" }, 1),
  says("consultant", WORD, {
    ...proposal(),
    proposal: { ...proposal().proposal, summary: `Shows ${CANARIES.title}.` },
  }),
  // Its first build fails with words of the app's own, which the repair then reads.
  says("architect", WORD, draft([sumJs(`throw new Error("${CANARIES.code}");\n`)])),
  says("healer", WORD, repaired([sumJs(`// ${CANARIES.code}\n${RIGHT}`)])),
  says("critic", WORD, { verdict: "accept", notes: [] }),
];

let folder: string;
let gantry: Gantry;
let client: Client;
let mission: any;
const replies: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-canary-"));
  writeFileSync(join(folder, "script.json"), JSON.stringify(SCRIPT));
  gantry = await startGantry({
    GANTRY_BEDROCK: "fixture",
    GANTRY_FIXTURE: join(folder, "script.json"),
    GANTRY_PASSWORD: CANARIES.password,
    POWERTOOLS_METRICS_NAMESPACE: "Gantry",
    POWERTOOLS_SERVICE_NAME: "gantry",
  });
  const { aws, github, vercel } = homeKeys(gantry.home);
  Object.assign(CANARIES, { github, vercel, secret: aws.secretAccessKey });
  client = await logIn({ origin: gantry.origin, password: CANARIES.password });
  mission = await client.wait(await commission(), 100);
  await failures();
  await quiet(gantry);
});

afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function commission(): Promise<string> {
  const say = async (body: object) => {
    const answer = await client.post("/gantry/voice", body);
    expect([200, 202]).toContain(answer.status);
    return answer.body;
  };
  const { conversation_id } = await say({ message: `Build me ${WORD}: ${CANARIES.prompt}` });
  const { plan } = await say({ conversation_id, message: `For ${WORD}: ${CANARIES.answer}` });
  return (await say({ conversation_id, confirm: plan.hash })).mission_id;
}

/** Requests that are refused while they hold what is private. */
async function failures(): Promise<void> {
  const { password, prompt, github } = CANARIES;
  const wrong = async (method: string, path: string, body?: unknown, headers = {}) => {
    const { status, body: reply } = await client.request(method, path, body, headers);
    expect(status).toBeGreaterThanOrEqual(400);
    replies.push(JSON.stringify(reply));
  };
  await wrong("POST", "/gantry/auth", { password: `${password}.`, user: "owner" });
  await wrong("POST", "/gantry/auth", `{"password": "${password}`);
  await wrong("POST", "/gantry/consult", { message: prompt, image_base64: btoa(prompt) });
  await wrong("POST", "/gantry/consult", { message: [prompt], deploy: prompt });
  await wrong("GET", `/gantry/missions?sort=${encodeURIComponent(prompt)}`);
  await wrong("POST", "/gantry/consult", { message: prompt }, { "idempotency-key": github });
  await wrong("POST", "/gantry/consult", `${prompt}`, { "content-type": `text/${password}` });
}

/** Folders of the installation's data that hold a canary, with what they hold. */
function kept(): Record<string, string[]> {
  const found: Record<string, Set<string>> = {};
  for (const path of readdirSync(gantry.home, { recursive: true, encoding: "utf8" })) {
    const file = join(gantry.home, path);
    if (!statSync(file).isFile()) continue;
    const top = path.split("/")[0] as string;
    found[top] ??= new Set();
    for (const name of canariesIn(readFileSync(file), CANARIES)) found[top].add(name);
  }
  return Object.fromEntries(
    Object.entries(found).flatMap(([top, names]) => (names.size > 0 ? [[top, [...names].sort()]] : [])),
  );
}

describe("a private text", () => {
  it("passes through a complete mission, with a failed build and a repair", () => {
    expect(mission).toMatchObject({ status: "DEPLOYED", attempts: 2 });
    expect(mission.pr_url).toContain("/pull/1");
  });

  it("is in no log line of a function, no metric and no log line of a builder", () => {
    const lines = gantry.output().split("\n");
    for (const line of lines) expect([line, canariesIn(line, CANARIES)]).toEqual([line, []]);
    const json = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
    expect(json.filter(({ message }) => message === "request answered").length).toBeGreaterThan(5);
    const steps = json.filter(({ message }) => message === "step done");
    expect(steps.length).toBeGreaterThan(10);
    for (const step of steps) expect(step.correlation_id).toBe(mission.mission_id);
    const metrics = json.filter((line) => line._aws);
    expect(metrics.flatMap((line) => Object.keys(line))).toEqual(
      expect.arrayContaining([
        "MissionEnded",
        "PhaseSeconds",
        "HealAttempts",
        "ModelCostMicroUsd",
        "MissionsQueued",
      ]),
    );
    expect(metrics.filter((line) => line.MissionEnded)).toHaveLength(1);
    expect(json.some(({ message }) => message === "builder output")).toBe(true);
  });

  it("is in no reply that refuses", () => {
    for (const reply of replies) expect([reply, canariesIn(reply, CANARIES)]).toEqual([reply, []]);
  });

  it("is stored only where it belongs: not in the machine's history, its events or undelivered ones", () => {
    expect(kept()).toEqual({
      // The key of the home, for its owner only.
      credentials: ["secret"],
      // What people and the consultant said, as facts of the consultation and the mission's plan.
      dynamodb: ["answer", "prompt", "title"],
      // The password of `git push`, for the owner of the home only.
      "github-token": ["github"],
      // The plan as it was shown at its gate, drafts, results of builds with what the app printed, and evidence
      // (compressed, so it is not found here).
      s3: ["answer", "code", "prompt", "title"],
      // The app itself. The repository has it as well, compressed; the tokens are in encrypted parameters.
      vercel: ["code"],
    });
  });
});

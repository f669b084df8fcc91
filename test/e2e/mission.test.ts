import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { zipSync } from "fflate";
import { checkSignature } from "#cli/evidence/check-signature.ts";
import { openPack } from "#core/evidence/pack.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { type BuildResult, buildResultSchema } from "#core/factory/build/result.ts";
import { type Manifest, manifestSchema } from "#core/factory/manifest/manifest.ts";
import { FACTORY_MISSION } from "#core/factory/mission/definition.ts";
import { fileBytes } from "#core/kernel/files.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { gitTreeId, treeEntries, treeSha256 } from "#core/kernel/tree.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { readJournal } from "#local-cloud/durable/journal.ts";
import { itUnless } from "#test/support/unless.ts";
import { type Client, logIn } from "./support/client.ts";
import { fetchApp } from "./support/fetch-app.ts";
import { type Gantry, startGantry } from "./support/gantry.ts";
import { wasTooBusy } from "./support/patient-policy.ts";
import { type Visit, visit } from "./support/visit.ts";
import { type Watch, watch } from "./support/watch.ts";

/** One whole mission on a fresh installation; the tests look at what it left behind, each from another side. */

const run = promisify(execFile);
/** Seconds a mission may take on a machine that is busy with other tests. */
const SECONDS = 120;
let gantry: Gantry;
let client: Client;
let socket: Watch;
let ticket: { ticket: string; url: string };
let mission: any;
let events: any[];
let pack: Map<string, Uint8Array>;
let zip: Uint8Array;
let result: BuildResult;
let manifest: Manifest;

beforeAll(async () => {
  do {
    await afterMission();
    await runMission();
  } while (wasTooBusy(mission));
});

afterAll(afterMission);

async function runMission(): Promise<void> {
  gantry = await startGantry();
  client = await logIn(gantry);
  const started = performance.now();
  const id = await client.build("Build me a task manager with due dates and dark mode");
  ticket = (await client.post("/gantry/ws-ticket", { mission_id: id })).body;
  socket = await watch(gantry.origin, ticket.url, ticket.ticket);
  mission = await client.wait(id, SECONDS);
  console.info(`from the sentence to ${mission.status} in ${Math.round(performance.now() - started)} ms`);
  events = (await client.get(`/gantry/missions/${id}/events`)).body.events;
  zip = (await client.get(`/gantry/missions/${id}/evidence`)).body;
  pack = openPack(zip);
  result = buildResultSchema.parse(jsonOf("build-result.json"));
  manifest = manifestSchema.parse(jsonOf("manifest.json"));
}

async function afterMission(): Promise<void> {
  await socket?.close();
  await gantry?.stop();
}

const jsonOf = (name: string) => JSON.parse(new TextDecoder().decode(pack.get(name)));
const dataOf = (type: string) => events.find((event) => event.type === type)?.data;

describe("a mission from a sentence to a live app", () => {
  it("ends DEPLOYED in one attempt, with an address, a pull request and evidence", () => {
    expect(mission).toMatchObject({ status: "DEPLOYED", outcome: "succeeded", attempts: 1, error: null });
    expect(mission.url).toMatch(/^http:\/\/task-manager-[0-9a-z]+\.localhost:\d+$/);
    expect(mission.pr_url).toContain("/pull/1");
    expect(mission.evidence.seal_sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(dataOf("gantry.deployment.verified")).toMatchObject({ passed: true });
  });

  describe("serves an app that", () => {
    let app: Visit;
    beforeAll(async () => {
      app = await visit(mission.url);
    });
    afterAll(() => app?.close());

    it("keeps an added task over a reload", async () => {
      const { page } = app;
      await page.getByRole("button", { name: "New task" }).first().click();
      const form = page.getByRole("dialog");
      await form.getByLabel("Title").fill("Water the plants");
      await form.getByLabel("Due date").fill("2020-01-15");
      await form.getByRole("button", { name: "Save" }).click();
      for (const reload of [false, true]) {
        if (reload) await page.reload();
        await page.getByText("Water the plants").first().waitFor();
        await page.getByText("Overdue").first().waitFor();
      }
      expect([...app.errors]).toEqual([]);
    });

    it("switches to dark mode, and stays dark after a reload", async () => {
      const { page } = app;
      const background = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
      const light = await background();
      await page.getByRole("button", { name: "Use dark mode" }).click();
      await page.getByRole("button", { name: "Use light mode" }).waitFor();
      const dark = await background();
      expect(dark).not.toBe(light);
      await page.reload();
      await page.getByRole("button", { name: "Use light mode" }).waitFor();
      expect(await background()).toBe(dark);
    });
  });
});

describe("the audited tree of a mission", () => {
  it("equals the deployed output, file by file", async () => {
    const { output } = result;
    expect(treeSha256(output!.entries)).toBe(output!.sha256);
    expect(deployedTree()).toBe(output!.sha256);
    expect([mission.output_sha256, dataOf("gantry.deployment.previewed").output_sha256]).toEqual(
      Array(2).fill(output!.sha256),
    );
    const statics = output!.entries.filter(({ path }) => path.startsWith("static/"));
    expect(statics.length).toBeGreaterThan(5);
    for (const { path, sha256 } of statics) {
      const { bytes } = await fetchApp(`${mission.url}/${path.slice("static/".length)}`);
      expect({ path, sha256: sha256Hex(bytes) }).toEqual({ path, sha256 });
    }
  });

  it("equals the source in the pull request", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gantry-clone-"));
    try {
      const { url, branch, tree } = dataOf("gantry.pull_request.opened");
      const git = (...args: string[]) => run("git", args, { cwd: folder });
      await git("clone", "--quiet", "--branch", branch, `${url.replace(/\/pull\/\d+$/, "")}.git`, ".");
      const { stdout } = await git("rev-parse", "HEAD^{tree}");
      expect(branch).toBe(`gantry/${mission.mission_id}`);
      expect(stdout.trim()).toBe(result.source!.git_tree);
      expect(tree).toBe(result.source!.git_tree);
      expect(dataOf("gantry.build.finished").source_git_tree).toBe(result.source!.git_tree);
      const files = manifest.files.map((file) => ({ path: file.path, bytes: fileBytes(file) }));
      expect(gitTreeId(files)).toBe(result.source!.git_tree);
      expect(treeSha256(treeEntries(files))).toBe(mission.tree_sha256);

      await git("checkout", "--quiet", "main");
      expect(readdirSync(folder).filter((name) => name !== ".git")).toEqual(["README.md"]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("the evidence of a mission", () => {
  const key = async () => new TextDecoder().decode((await client.get("/gantry/evidence-key")).body);
  const verify = async (mission_id: string) =>
    verifyPack(EVIDENCE_KINDS, { zip, execution: mission_id, pinned_key: await key(), checkSignature });

  it("is valid for this mission under the published key", async () => {
    expect(await verify(mission.mission_id)).toMatchObject({ verdict: "VALID", reasons: [] });
  });

  it("names the workflow and the signal format, and is as valid without the typed texts", async () => {
    const { workflow } = dataOf("gantry.mission.created");
    expect(workflow).toEqual(FACTORY_MISSION);
    const kept = zipSync(Object.fromEntries([...pack].filter(([name]) => name !== "disclosures.jsonl")));
    const verdict = verifyPack(EVIDENCE_KINDS, {
      zip: kept,
      execution: mission.mission_id,
      pinned_key: await key(),
      checkSignature,
    });
    expect(verdict).toMatchObject({ verdict: "VALID", withheld: 1 });
    expect(verdict.statement?.predicate.signal_format).toBe("gantry.signal.v2");
  });

  it("is not valid for another mission", async () => {
    expect(await verify("m_0000000000000000000000000")).toMatchObject({
      verdict: "INVALID",
      reasons: [{ code: "OTHER_MISSION" }],
    });
  });
});

describe("the README", () => {
  itUnless(["curl", "jq"].every(isInstalled) ? undefined : "needs curl and jq")(
    "has commands for the REST API with the effect that it shows",
    async () => {
      const dir = mkdtempSync(join(tmpdir(), "gantry-readme-"));
      const [session, reply, plan, id, status] = await runReadme(dir);
      expect([session, reply]).toEqual(["", ""]);
      expect(JSON.parse(plan ?? "")).toMatchObject({
        state: "awaiting_confirmation",
        hash: expect.any(String),
      });
      expect(id).toMatch(/^m_/);
      expect(JSON.parse(status ?? "")).toMatchObject({
        status: expect.any(String),
        attempts: expect.any(Number),
      });
      rmSync(dir, { recursive: true });
    },
  );
});

describe("a client that watches a mission", () => {
  it("receives hints in order over the socket, up to the seal", async () => {
    expect(socket.protocol).toBe("gantry.v1");
    while (socket.messages.at(-1)?.status !== "DEPLOYED") await pause(10);
    const seqs = socket.messages.map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    const types = new Map(events.map(({ sequence, type }) => [Number(sequence), type]));
    // The last one tells of the seal, which is no signal.
    expect(socket.messages.slice(0, -1).map(({ signal }) => signal)).toEqual(
      seqs.slice(0, -1).map((seq) => types.get(seq)),
    );
    expect(socket.messages.at(-1)).toEqual({
      type: "status",
      seq: mission.seq,
      status: "DEPLOYED",
      message: mission.speech,
      url: mission.url,
    });
  });

  it("receives the same hint of every event when it requests them again", async () => {
    const pushed = [...socket.messages];
    socket.send(JSON.stringify({ after: 0 }));
    const replayed = () => socket.messages.slice(pushed.length);
    while (replayed().length <= events.length) await pause(10);
    expect(replayed().map(({ seq, signal }) => [seq, signal])).toEqual([
      ...events.map(({ sequence, type }) => [Number(sequence), type]),
      [mission.seq, undefined],
    ]);
    expect(replayed()).toEqual(expect.arrayContaining(pushed));
  });

  it("is told what is wrong with its messages, and nothing about a ping", async () => {
    const before = socket.messages.length;
    const wrong = ["{", "[]", '{"after":-1}', '{"after":0,"more":1}', "x".repeat(30_000)];
    for (const message of ["ping", ...wrong]) socket.send(message);
    const replies = () => socket.messages.slice(before) as readonly object[];
    while (replies().length < wrong.length) await pause(10);
    const error = {
      type: "error",
      code: "InvalidInput",
      message: expect.stringContaining('{"after": <seq>}'),
    };
    expect(replies()).toEqual(wrong.map(() => error));
    socket.send(JSON.stringify({ after: mission.seq - 1 }));
    while (replies().length === wrong.length) await pause(10);
    expect(replies().at(wrong.length)).toMatchObject({ type: "status" });
  });

  it("needs a new ticket for every socket, for the mission that it watches", async () => {
    const open = (url: string, offered: string) => watch(gantry.origin, url, offered);
    await expect(open(ticket.url, ticket.ticket)).rejects.toThrow("refused with 401");
    await expect(open(ticket.url, "x".repeat(43))).rejects.toThrow("refused with 401");
    const { mission_id } = mission;
    const { body } = await client.post("/gantry/ws-ticket", { mission_id });
    const other = body.url.replace(mission_id, `${mission_id.slice(0, -1)}0`);
    await expect(open(other, body.ticket)).rejects.toThrow("refused with 403");
  });

  it("continues from the last event it saw", async () => {
    const path = `/gantry/missions/${mission.mission_id}/events`;
    const seen = 17;
    const { body } = await client.get(`${path}?after=${seen}`);
    expect(body).toMatchObject({ mission_id: mission.mission_id, status: "DEPLOYED" });
    expect(body.events).toEqual(events.slice(seen));
    expect((await client.get(`${path}?after=${mission.seq}`)).body.events).toEqual([]);
  });

  it("is counted while the socket is open", async () => {
    expect((await client.get("/health")).body).toMatchObject({ status: "healthy", websocket_connections: 1 });
  });
});

/** Digest of what the local Vercel holds of the one deployment, read from its own files. */
function deployedTree(): string {
  const folder = join(gantry.home, "vercel");
  const deployments = readJournal<any[]>(join(folder, "journal.jsonl"), "")
    .flat()
    .filter((change) => change.deployment)
    .map(({ deployment }) => deployment);
  expect(deployments).toHaveLength(1);
  const files = Object.entries<{ sha: string }>(deployments[0].files);
  return treeSha256(
    treeEntries(files.map(([path, { sha }]) => ({ path, bytes: readFileSync(join(folder, "files", sha)) }))),
  );
}

/** What each command of "The same by REST" prints when it is run against this installation, in order. */
async function runReadme(cwd: string): Promise<string[]> {
  const section =
    readFileSync("README.md", "utf8").split("### The same with the REST API")[1]?.split("```")[1] ?? "";
  const commands = section.split("\n").flatMap((line) => (line.startsWith("$ ") ? [line.slice(2)] : []));
  const printed: string[] = [];
  for (const command of commands) {
    const here = command
      .replace("localhost:5050", new URL(gantry.origin).host)
      .replace(/"password":"[^"]*"/, `"password":"${gantry.password}"`)
      .replace(/m_[0-9a-z]{25}/, () => printed.at(-1) ?? "");
    const { stdout } = await run("bash", ["-euo", "pipefail", "-c", here], { cwd });
    printed.push(stdout.trim());
  }
  return printed;
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}

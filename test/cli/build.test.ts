import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { missionSignal } from "#core/factory/mission/missions.ts";
import { missionApi } from "#test/cli/mission-api.ts";
import { CONVERSATION, draftsUntil, log, proposal, shown } from "#test/cli/missions.ts";
import { gantry, PASSWORD, problem, scriptedApis, TOKEN } from "#test/cli/scripted-api.ts";
import { MISSION } from "#test/support/evidence.ts";
import { PNG_BASE64 } from "#test/support/samples.ts";

const start = scriptedApis();

const failed = log([
  ...draftsUntil("gantry.build.started"),
  missionSignal("gantry.mission.failed", {
    code: "SameFailure",
    message: "The same failure occurred again.",
  }),
  missionSignal("gantry.execution.transitioned", { from: "RUNNING", to: "TERMINATED", outcome: "failed" }),
]);

const NO_RESULT = {
  mission_id: null,
  status: null,
  url: null,
  pr_url: null,
  left_out: null,
  attempts: null,
  tree_sha256: null,
  evidence: null,
  error: null,
};

const consultations = (asked: { path: string; body: any }[]) =>
  asked.filter(({ path }) => path === "/gantry/consult").map(({ body }) => body);

describe("gantry change --yes", () => {
  it("shows the edits and the files of the plan before it is confirmed", async () => {
    const plan = {
      ...proposal().plan,
      change: {
        project: "todo-000001",
        release: 2,
        tree: "1".repeat(40),
        edits: ["Changes the accent from #111111 to #2563eb."],
        files: { added: [], changed: ["public/theme.css"], deleted: ["public/old.js"] },
      },
    };
    const { env } = await start({
      ...missionApi(log(), 9),
      "POST /gantry/projects/todo-000001/change": { body: proposal({ plan }) },
    });
    const { exit, stdout } = await gantry(["change", "todo-000001", "make it blue", "--yes"], { env });
    expect(exit).toBe(0);
    expect(stdout).toContain(
      "Changes of todo-000001, from release 2\n  Changes the accent from #111111 to #2563eb.\n",
    );
    expect(stdout).toContain("Files\n  ~ public/theme.css\n  - public/old.js\n");
  });

  it("shows no heading for files if no file becomes different", async () => {
    const files = { added: [], changed: [], deleted: [] };
    const edits = ["Takes in what was committed to main since the release: NOTES.md."];
    const change = { project: "todo-000001", release: 2, tree: "1".repeat(40), edits, files };
    const { env } = await start({
      ...missionApi(log(), 9),
      "POST /gantry/projects/todo-000001/change": {
        body: proposal({ plan: { ...proposal().plan, change } }),
      },
    });
    const { stdout } = await gantry(["change", "todo-000001", "release", "it", "--yes"], { env });
    expect(stdout).toContain(edits[0]);
    expect(stdout).not.toContain("Files");
  });
});

describe("gantry build --yes", () => {
  it("shows the plan, confirms its hash, prints each signal, and ends with the result", async () => {
    const { env, asked } = await start(missionApi(log(), 9));
    const { exit, stdout } = await gantry(["build", "a task manager", "--yes"], { env });
    expect(exit).toBe(0);
    for (const text of ["✓ Due dates", "– Tags", "HTML, CSS and JavaScript", "Which theme? Dark (or: Light)"])
      expect(stdout).toContain(text);
    for (const text of [
      "Drafting ...",
      "Building and auditing ...",
      "Going live ...",
      "Sealing the evidence ...",
    ])
      expect(stdout).toContain(text);
    expect(stdout).toContain("All 3 acceptance checks passed.");
    expect(stdout).toMatch(/Task Manager is live\.\n {2}App +http:\/\/task-manager-000000\.localhost:5050\n/);
    expect(stdout).toContain(`gantry evidence ${MISSION}`);
    expect(consultations(asked)).toEqual([
      { message: "a task manager", deploy: true, publish: true },
      { conversation_id: CONVERSATION, confirm: proposal().plan.hash },
    ]);
    const events = asked.filter(({ path }) => path.includes("/events")).map(({ path }) => path);
    expect(events.map((path) => /after=(\d+)/.exec(path)?.[1])).toEqual(["0", "9", "18", "19"]);
  });

  it("prints one JSON object with --json, everything else to stderr, and never a secret", async () => {
    const { env } = await start(missionApi());
    const { exit, stdout, stderr } = await gantry(["build", "a task manager", "--yes", "--json"], { env });
    const { mission_id, status, url, pr_url, attempts, tree_sha256, evidence, error } = shown();
    expect(exit).toBe(0);
    expect(stdout.endsWith("\n")).toBe(true);
    expect(stdout.trimEnd()).not.toContain("\n");
    expect(JSON.parse(stdout)).toEqual({
      ...NO_RESULT,
      ...{ mission_id, status, url, pr_url, attempts, tree_sha256, evidence, error },
    });
    expect(status).toBe("DEPLOYED");
    expect(stderr).toContain("Task Manager is live.");
    for (const secret of [PASSWORD, TOKEN]) expect(stdout + stderr).not.toContain(secret);
  });

  it("sends the exclusions, and the design image by an upload", async () => {
    const uploads: { method?: string | undefined; type?: string | undefined; body: Buffer }[] = [];
    const store = createServer(async (req, res) => {
      const body = Buffer.concat(await req.toArray());
      uploads.push({ method: req.method, type: req.headers["content-type"], body });
      res.end();
    });
    await new Promise<void>((resolve) => store.listen(0, "127.0.0.1", resolve));
    const { port } = store.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/image?signed`;
    const offer = { status: 201, body: { url, headers: { "content-type": "image/png" } } };
    const { env, asked } = await start({ ...missionApi(), "POST /gantry/uploads": offer });
    const png = Buffer.from(PNG_BASE64, "base64");
    const sha256 = createHash("sha256").update(png).digest("hex");
    const folder = mkdtempSync(join(tmpdir(), "gantry-cli-"));
    try {
      const image = join(folder, "design.png");
      writeFileSync(image, png);
      const argv = [
        "build",
        "a",
        "task",
        "manager",
        "--yes",
        "--no-deploy",
        "--no-publish",
        "--image",
        image,
      ];
      await gantry(argv, { env });
    } finally {
      rmSync(folder, { recursive: true });
      store.close();
    }
    expect(uploads).toEqual([{ method: "PUT", type: "image/png", body: png }]);
    expect(asked.find(({ path }) => path === "/gantry/uploads")?.body).toEqual({
      sha256,
      size: png.length,
      media_type: "image/png",
    });
    expect(consultations(asked)[0]).toEqual({
      message: "a task manager",
      deploy: false,
      publish: false,
      image_sha256: sha256,
      image_filename: "design.png",
    });
  });

  it("exits with 1 when the mission fails, and names the commands that show more", async () => {
    const { env } = await start(missionApi(failed));
    const { exit, stdout } = await gantry(["build", "x", "--yes"], { env });
    expect(exit).toBe(1);
    expect(stdout).toContain("✗ The same failure occurred again.");
    expect(stdout).toContain(`gantry failure ${MISSION}`);
    const json = await gantry(["build", "x", "--yes", "--json"], { env });
    expect(json.exit).toBe(1);
    expect(JSON.parse(json.stdout)).toEqual({
      ...NO_RESULT,
      ...{ mission_id: MISSION, status: "FAILED", attempts: 1, evidence: shown(failed).evidence },
      error: { code: "SameFailure", message: "The same failure occurred again." },
    });
  });

  it("prints what cannot be built and exits with 1, without a mission", async () => {
    const speech = "I cannot build a spaceship.";
    const { env, asked } = await start({
      "POST /gantry/consult": { body: proposal({ plan: null, state: "open", speech }) },
    });
    const { exit, stdout } = await gantry(["build", "a spaceship", "--yes"], { env });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: `${speech}\n` });
    expect(consultations(asked)).toHaveLength(1);
    const json = await gantry(["build", "a spaceship", "--yes", "--json"], { env });
    expect(JSON.parse(json.stdout)).toEqual({
      ...NO_RESULT,
      error: { code: "UnsupportedRequest", message: speech },
    });
  });

  it("prints a refusal with --json in the same shape", async () => {
    const { env } = await start({
      "POST /gantry/consult": problem(429, "RateLimited", "Too many consultations."),
    });
    const { exit, stdout } = await gantry(["build", "x", "--yes", "--json"], { env });
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ...NO_RESULT,
      error: { code: "RateLimited", message: "Too many consultations." },
    });
  });

  it("prints the mission's id with --json even when its end cannot be read", async () => {
    const { env } = await start({
      ...missionApi(),
      [`GET /gantry/missions/${MISSION}/events`]: problem(403, "Forbidden", "It is not yours."),
    });
    const { exit, stdout } = await gantry(["build", "x", "--yes", "--json"], { env });
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      ...NO_RESULT,
      mission_id: MISSION,
      error: { code: "Forbidden", message: "It is not yours." },
    });
  });
});

describe("gantry build at a terminal", () => {
  it("accepts changes until the person confirms", async () => {
    const { env, asked } = await start(missionApi());
    const typed = ["with tags please", "yes, go ahead"];
    const { exit } = await gantry(["build", "a task manager"], { env, typed });
    expect(exit).toBe(0);
    expect(consultations(asked).slice(1)).toEqual([
      { conversation_id: CONVERSATION, message: "with tags please" },
      { conversation_id: CONVERSATION, confirm: proposal().plan.hash },
    ]);
  });

  it.each(["", "n", "No"])("builds nothing after the reply %j", async (answer) => {
    const { env, asked } = await start(missionApi());
    const { exit, stdout } = await gantry(["build", "a task manager"], { env, typed: [answer] });
    expect(exit).toBe(1);
    expect(stdout).toContain("Nothing was built.");
    expect(consultations(asked)).toHaveLength(1);
  });

  it("accepts a reply that was typed before the prompt", async () => {
    const { env } = await start(missionApi());
    // The terminal translates Enter to a line feed as long as no prompt is there.
    const { exit } = await gantry(["build", "a task manager"], { env, early: "yes\n" });
    expect(exit).toBe(0);
  });

  it.each([
    ["Ctrl+D", "\x04"],
    ["Ctrl+C", "\x03"],
    ["Escape", "\x1b"],
  ])("builds nothing after %s, and exits with 1", async (_, key) => {
    const { env, asked } = await start(missionApi());
    const { exit, stdout } = await gantry(["build", "a task manager"], { env, early: key });
    expect(exit).toBe(1);
    expect(stdout).toContain("Nothing was built.");
    expect(consultations(asked)).toHaveLength(1);
  });

  it("builds nothing when the terminal is closed", async () => {
    const { env } = await start(missionApi());
    const { exit, stdout } = await gantry(["build", "a task manager"], { env, typed: [""], hangUp: true });
    expect(exit).toBe(1);
    expect(stdout).toContain("Nothing was built.");
  });

  it("prints one line per phase, and redraws the current one in place", async () => {
    const { env } = await start(missionApi());
    const { stdout } = await gantry(["build", "a task manager", "--yes"], { env, tty: true });
    const screen = stdout.split("\n").map((line) => line.split("\r\x1b[2K").at(-1) as string);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are not what is looked at.
    const plain = screen.map((line) => line.replace(/\x1b\[[0-9;]*m/g, ""));
    const rows = plain.filter((line) => line.startsWith("✓ ") && line.includes("━"));
    expect(rows.map((row) => row.slice(2, 36).trim())).toEqual([
      "Queued",
      "Drafting",
      "Building and auditing",
      "Deploying",
      "Trying it in a browser",
      "Going live",
      "Opening a pull request",
      "Sealing the evidence",
    ]);
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(100);
  });

  it("marks the phase that failed", async () => {
    const { env } = await start(missionApi(failed));
    const { stdout } = await gantry(["build", "a task manager", "--yes"], {
      env: { ...env, NO_COLOR: "1" },
      tty: true,
    });
    expect(stdout).toMatch(/✗ Building and auditing .*The same failure occurred again\./);
    expect(stdout).toMatch(/✓ Sealing the evidence/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: NO_COLOR means no colours.
    expect(stdout).not.toMatch(/\x1b\[\d+m/);
  });
});

describe("gantry build, while it follows the mission,", () => {
  it("continues when the service is unavailable for a moment", async () => {
    let times = 0;
    const script = missionApi();
    const events = `GET /gantry/missions/${MISSION}/events`;
    const answer = script[events] as (asked: unknown) => object;
    const { env } = await start({
      ...script,
      [events]: (asked) => (times++ === 0 ? problem(503, "Internal", "Starting.") : answer(asked)),
    });
    expect((await gantry(["build", "x", "--yes"], { env })).exit).toBe(0);
    expect(times).toBeGreaterThan(1);
  });

  it("logs in again when the session has expired", async () => {
    let denied = 0;
    const script = missionApi();
    const { env, asked } = await start({
      ...script,
      [`GET /gantry/status/${MISSION}`]: () =>
        denied++ === 0 ? problem(401, "Unauthenticated", "Log in first.") : { body: shown() },
    });
    expect((await gantry(["build", "x", "--yes"], { env })).exit).toBe(0);
    expect(asked.filter(({ path }) => path === "/gantry/auth")).toHaveLength(2);
  });

  it("leaves the mission running when it is interrupted, and prints so", async () => {
    const interrupt = new AbortController();
    const script = missionApi(log().slice(0, 3));
    const events = `GET /gantry/missions/${MISSION}/events`;
    const answer = script[events] as (asked: unknown) => object;
    let times = 0;
    const { env } = await start({
      ...script,
      [events]: (asked) => {
        if (++times === 2) interrupt.abort();
        return answer(asked);
      },
    });
    const { exit, stderr } = await gantry(["build", "x", "--yes"], { env, signal: interrupt.signal });
    expect(exit).toBe(130);
    expect(stderr).toContain(`gantry cancel ${MISSION}`);
  });
});

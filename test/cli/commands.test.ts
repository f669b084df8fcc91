import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { missionApi } from "#test/cli/mission-api.ts";
import { log, proposal, shown } from "#test/cli/missions.ts";
import { gantry, PASSWORD, problem, scriptedApis, TOKEN } from "#test/cli/scripted-api.ts";
import { MISSION, missionDrafts } from "#test/support/evidence.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gantry-cli-"));
});
afterEach(() => rmSync(home, { recursive: true }));

const start = scriptedApis(() => ({ GANTRY_HOME: home }));

describe("gantry plan", () => {
  const { plan, speech, question } = proposal();
  const notices = [{ about: "builds", sentence: "Builds are refused here.", fix: "install bwrap" }];
  const ended = (change: object) => ({
    status: 201,
    body: { instance_id: "run_1", result: null, error: null, ...change },
  });
  const api = (change: object) => start({ "POST /gantry/instances": ended(change) });

  it("shows the plan and what limits it, and asks for no consultation", async () => {
    const { env, asked } = await api({ result: { plan, speech, question, notices } });
    const { exit, stdout } = await gantry(["plan", "a", "task manager"], { env });
    expect(exit).toBe(0);
    for (const text of [plan.title, "✓ Due dates", "! Builds are refused here.", "Nothing was built."])
      expect(stdout).toContain(text);
    expect(asked.filter(({ method }) => method === "POST").map(({ path, body }) => [path, body])).toEqual([
      ["/gantry/auth", { password: PASSWORD }],
      [
        "/gantry/instances",
        {
          workflow: "factory.plan",
          trigger: { kind: "person", ref: "gantry plan" },
          input: { request: "a task manager" },
        },
      ],
    ]);
  });

  it("prints the result with --json", async () => {
    const { env } = await api({ result: { plan, speech, question, notices } });
    const { exit, stdout } = await gantry(["plan", "a task manager", "--json"], { env });
    expect([exit, JSON.parse(stdout)]).toEqual([
      0,
      { instance_id: "run_1", plan, speech, question, notices },
    ]);
  });

  it("shows why there is no plan", async () => {
    const error = { code: "UnsupportedRequest", message: "I cannot build a compiler." };
    const { env } = await api({ error });
    const { exit, stderr } = await gantry(["plan", "a compiler"], { env });
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: "gantry: I cannot build a compiler.\n" });
    const json = await gantry(["plan", "a compiler", "--json"], { env });
    expect([json.exit, JSON.parse(json.stdout)]).toEqual([1, { error }]);
  });

  it("needs words", async () => {
    const { env } = await start();
    expect((await gantry(["plan", " "], { env })).exit).toBe(64);
  });
});

describe("gantry ask, search and clear", () => {
  it("sends a question and prints the answer, keeping its lines", async () => {
    const sources = [{ title: "Costs: Method", path: "docs/costs.md#method" }];
    const answer = { conversation_id: "ch_1", answer: "Two\nlines \x1b[31m", sources };
    const { env, asked } = await start({ "POST /gantry/chat": { body: answer } });
    const { exit, stdout } = await gantry(["ask", "what", "is", "it?"], { env });
    expect({ exit, stdout }).toEqual({
      exit: 0,
      stdout: "Two\nlines \nSource: Costs: Method (docs/costs.md#method)\nChat: ch_1\n",
    });
    expect(asked.at(-1)?.body).toEqual({ message: "what is it?" });
    const json = await gantry(["ask", "what?", "--json"], { env });
    expect(JSON.parse(json.stdout)).toEqual(answer);
    await gantry(["chat", "--chat", "ch_1", "and?"], { env });
    expect(asked.at(-1)?.body).toEqual({ message: "and?", conversation_id: "ch_1" });
  });

  it("searches for all given words", async () => {
    const { env, asked } = await start({ "GET /gantry/search": { body: { missions: [shown()] } } });
    const { exit, stdout } = await gantry(["search", "task", "manager", "--limit", "5"], { env });
    expect(exit).toBe(0);
    expect(stdout).toContain(MISSION);
    expect(asked.at(-1)?.path).toBe("/gantry/search?limit=5&q=task+manager");
  });

  it("hides missions only after a confirmation", async () => {
    const { env, asked } = await start({ "POST /gantry/missions/clear": { body: { hidden: 3 } } });
    const silent = await gantry(["clear"], { env });
    expect(silent.exit).toBe(64);
    expect(silent.stderr).toContain("Use --yes");
    expect(asked).toEqual([]);
    const { exit, stdout } = await gantry(["clear", "--yes"], { env });
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: "3 missions hidden.\n" });
  });
});

describe("gantry open", () => {
  it("prints the address where there is no display, and the app or pull request of a mission", async () => {
    const { env } = await start(missionApi());
    const web = await gantry(["open"], { env });
    expect(web).toMatchObject({
      exit: 0,
      stdout: `Password: the one in GANTRY_PASSWORD\nOpen this in a browser: ${env.GANTRY_URL}\n`,
    });
    const app = await gantry(["open", MISSION, "--json"], { env });
    expect(JSON.parse(app.stdout)).toEqual({ url: shown().url, opened: false });
    const pr = await gantry(["open", MISSION, "--pr", "--json"], { env });
    expect(JSON.parse(pr.stdout).url).toBe(shown().pr_url);
  });

  it("opens only http and https addresses", async () => {
    const status = `GET /gantry/status/${MISSION}`;
    const { env } = await start({ [status]: { body: { ...shown(), url: "file:///etc/passwd" } } });
    expect((await gantry(["open", MISSION], { env })).stderr).toContain("is not an http or https address");
    const { env: none } = await start({ [status]: { body: { ...shown(), url: null } } });
    const { exit, stderr } = await gantry(["open", MISSION], { env: none });
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: "gantry: Task Manager has no live app.\n" });
  });
});

describe("gantry login and logout", () => {
  it("keeps the session in a file that only its owner can read, uses it without a password, and ends it", async () => {
    const expires_at = new Date(Date.now() + 3600_000).toISOString();
    const { env, asked, url } = await start({
      "POST /gantry/auth": { body: { authenticated: true, token: TOKEN, expires_at } },
      "POST /gantry/auth/logout": { body: { authenticated: false } },
      "GET /gantry/missions": { body: { missions: [] } },
    });
    const login = await gantry(["login", "--user", "ada"], { env });
    expect(login).toMatchObject({ exit: 0, stderr: "" });
    expect(login.stdout).toContain(`Logged in to ${url} as ada until`);
    expect(asked[0]?.body).toEqual({ user: "ada", password: PASSWORD });
    const file = join(home, "sessions.json");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).not.toContain(PASSWORD);

    const without = { ...env, GANTRY_PASSWORD: "" };
    expect((await gantry(["missions"], { env: without })).exit).toBe(0);
    expect(asked.map(({ path }) => path)).toEqual(["/gantry/auth", "/gantry/missions?limit=20"]);
    expect(asked[1]?.headers.authorization).toBe(`Bearer ${TOKEN}`);

    expect((await gantry(["logout"], { env: without })).stdout).toBe(`Logged out of ${url}.\n`);
    expect((await gantry(["missions"], { env: without })).stderr).toContain("There is no password");
    expect((await gantry(["logout"], { env: without })).stdout).toBe(`There is no session for ${url}.\n`);
  });

  it("says what to do once the generated password has been changed, and no longer uses it", async () => {
    const problem = { status: 401, detail: "User or password is wrong.", code: "Unauthenticated" };
    const { env, asked } = await start({ "POST /gantry/auth": { status: 401, body: problem } });
    const without = { ...env, GANTRY_PASSWORD: "" };
    writeFileSync(join(home, "password"), "generated-one\n");
    expect((await gantry(["missions"], { env: without })).stderr).toContain("has been changed: log in with");
    expect(asked.map(({ path }) => path)).toEqual(["/gantry/auth"]);
    writeFileSync(join(home, "password-changed"), "");
    expect((await gantry(["missions"], { env: without })).stderr).toContain("There is no password");
    expect(asked).toHaveLength(1);
  });

  it("prompts for the password without echo, and keeps nothing of a wrong one", async () => {
    const { env } = await start();
    const { exit, stderr, raw } = await gantry(["login"], {
      env: { ...env, GANTRY_PASSWORD: "" },
      typed: ["hunter22"],
    });
    expect(exit).toBe(1);
    expect(stderr).toContain("User or password is wrong.");
    expect(stderr).not.toContain("hunter22");
    expect(raw).toEqual([true, false]);
    expect(existsSync(join(home, "sessions.json"))).toBe(false);
  });

  it("sends the session of one address to no other address", async () => {
    const elsewhere = {
      url: "http://elsewhere.example",
      token: "secret",
      expires_at: "2999-01-01T00:00:00.000Z",
    };
    writeFileSync(join(home, "sessions.json"), JSON.stringify([elsewhere]));
    const { env, asked } = await start({ "GET /gantry/missions": { body: { missions: [] } } });
    await gantry(["missions"], { env });
    expect(JSON.stringify(asked)).not.toContain("secret");
  });
});

describe("gantry status without a mission", () => {
  it("shows address, password and failing dependencies, and exits with 1 where nothing runs", async () => {
    const { env, url } = await start({
      "GET /ready": { status: 503, body: { ready: false, checks: { database: true, architect: false } } },
    });
    writeFileSync(join(home, "password"), "generated-word\n");
    const local = { ...env, GANTRY_PASSWORD: "" };
    const { exit, stdout } = await gantry(["status"], { env: local });
    expect(exit).toBe(0);
    expect(stdout).toContain(`Gantry runs at ${url}\nPassword: generated-word\n`);
    expect(stdout).toContain("architect: no response. Run: gantry doctor");
    const json = await gantry(["status", "--json"], { env: local });
    expect(JSON.parse(json.stdout)).toEqual({ url, running: true, pid: null, not_answering: ["architect"] });
    const none = await gantry(["status"], { env: { ...local, GANTRY_URL: "http://127.0.0.1:9" } });
    expect(none).toMatchObject({
      exit: 1,
      stdout: "No Gantry service responds at http://127.0.0.1:9. Start it with: gantry start\n",
    });
    expect((await gantry(["status", "--watch"], { env })).exit).toBe(64);
  });
});

describe("gantry status --watch", () => {
  it("prints each change until the mission has ended, as JSON lines too", async () => {
    for (const json of [false, true]) {
      const states = [
        shown(log(missionDrafts().slice(0, 5))),
        shown(log(missionDrafts().slice(0, 5))),
        shown(),
      ];
      const { env } = await start({ [`GET /gantry/status/${MISSION}`]: () => ({ body: states.shift() }) });
      const { exit, stdout } = await gantry(["status", MISSION, "--watch", ...(json ? ["--json"] : [])], {
        env,
      });
      expect(exit).toBe(0);
      if (json) expect(stdout.trim().split("\n")).toHaveLength(2);
      else expect(stdout.match(/^Task Manager {2}m_/gm)).toHaveLength(2);
    }
  });

  it("redraws in place on a terminal, and exits without an error on Ctrl+C", async () => {
    const interrupt = new AbortController();
    let times = 0;
    const { env } = await start({
      "GET /gantry/missions": () => {
        times += 1;
        if (times === 3) interrupt.abort(); // What the second request showed has been drawn.
        return { body: { missions: times === 1 ? [] : [shown()] } };
      },
    });
    const { exit, stdout, stderr } = await gantry(["missions", "--watch"], {
      env,
      tty: true,
      signal: interrupt.signal,
    });
    expect({ exit, stderr }).toEqual({ exit: 130, stderr: "" });
    expect(stdout).toContain("\x1b[1A\r\x1b[0J");
  });
});

describe("gantry stop", () => {
  it("reports when no Gantry runs, and does not end another process with the recorded id", async () => {
    const local = { GANTRY_HOME: home, GANTRY_URL: "" };
    const none = await gantry(["stop", "--json"], { env: local });
    expect(none.exit).toBe(0);
    expect(JSON.parse(none.stdout)).toEqual({ stopped: false, pid: null });
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    try {
      const record = { pid: other.pid, origin: "http://127.0.0.1:1", started_at: new Date().toISOString() };
      writeFileSync(join(home, "running.json"), JSON.stringify(record));
      const { exit, stderr } = await gantry(["stop"], { env: local });
      expect(exit).toBe(1);
      expect(stderr).toContain(`Process ${other.pid} is recorded as Gantry but does not respond.`);
      expect(other.exitCode).toBeNull();
    } finally {
      other.kill();
    }
  });

  it("is refused for a service on another machine", async () => {
    const env = { GANTRY_URL: "https://gantry.example" };
    for (const command of ["start", "stop"]) expect((await gantry([command], { env })).exit).toBe(64);
  });
});

describe("gantry completion", () => {
  it.each(["bash", "zsh", "fish"])("for %s names every command", async (shell) => {
    const { exit, stdout } = await gantry(["completion", shell]);
    expect(exit).toBe(0);
    for (const name of ["build", "logs", "completion", "secrets"]) expect(stdout).toContain(name);
  });

  it("completes words in bash", async () => {
    const { stdout: script } = await gantry(["completion", "bash"]);
    const complete = async (...words: string[]) => {
      const ask = `${script}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _gantry; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return (await promisify(execFile)("bash", ["-c", ask])).stdout.trim().split("\n");
    };
    expect(await complete("gantry", "st")).toEqual(["status", "start", "stop"]);
    expect(await complete("gantry", "build", "--no-")).toEqual(["--no-deploy", "--no-publish"]);
    expect(await complete("gantry", "status", "l")).toEqual(["latest"]);
    expect(await complete("gantry", "--v")).toEqual(["--version"]);
  });

  it("refuses an unknown shell", async () => {
    const { exit, stderr } = await gantry(["completion", "constructor"]);
    expect(exit).toBe(64);
    expect(stderr).toContain("<shell> must be bash, zsh or fish.");
  });
});

describe("a closed output pipe", () => {
  it("ends the command at once, without an error message", async () => {
    const { env } = await start(missionApi());
    const { PATH = "", HOME = "" } = process.env;
    const script = `"${process.execPath}" cli/main.ts logs ${MISSION} | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await promisify(execFile)("bash", ["-c", script], {
      env: { PATH, HOME, ...env, GANTRY_PASSWORD: PASSWORD },
    });
    expect({ stdout, stderr }).toEqual({ stdout: "141\n", stderr: "" });
  });
});

describe("the gantry command", () => {
  it("prints its version", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(await gantry(["--version"])).toMatchObject({ exit: 0, stdout: `${version}\n`, stderr: "" });
  });

  it.each([
    [["statsu"], "Unknown command 'statsu'. Did you mean status?"],
    [["build", "x", "--yess"], "Unknown option '--yess'. Did you mean --yes?"],
  ])("suggests the likely command for %j", async (argv, sentence) => {
    const { exit, stdout, stderr } = await gantry(argv);
    expect({ exit, stdout }).toEqual({ exit: 64, stdout: "" });
    expect(stderr.replaceAll("(", "").replaceAll(")", "")).toContain(sentence);
  });

  it("groups its commands in the help", async () => {
    const { stdout } = await gantry(["--help"]);
    for (const group of [
      "Apps:",
      "Missions:",
      "Evidence:",
      "This machine:",
      "Session:",
      "Installation on AWS:",
    ])
      expect(stdout).toContain(`\n${group}\n`);
  });

  it("offers --json and --help with every command", async () => {
    const { stdout } = await gantry(["--help"]);
    const names = [...stdout.matchAll(/^ {2}([a-z]+) /gm)]
      .map(([, name]) => name!)
      .filter((name) => name !== "help");
    expect(names.length).toBeGreaterThan(18);
    for (const name of names) {
      const help = await gantry([name, "--help"]);
      expect({ name, exit: help.exit }).toEqual({ name, exit: 0 });
      expect(help.stdout).toMatch(/--json/);
    }
  });

  it("exits with 1 and the API's problem when the API refuses", async () => {
    const { env } = await start({ "POST /gantry/chat": problem(429, "TooManyRequests", "Slow down.") });
    expect((await gantry(["ask", "x", "--json"], { env })).exit).toBe(1);
  });
});

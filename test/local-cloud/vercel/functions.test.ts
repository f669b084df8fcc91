import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { findSandbox, sandboxFix } from "#local/function-sandbox.ts";
import type { FindSandbox } from "#local-cloud/vercel/functions/sandbox.ts";
import { config, deploy, type LocalVercel, localVercel, nodeFunction, visit } from "./harness.ts";

interface SpyRequest {
  readonly files?: readonly string[];
  readonly targets?: readonly object[];
}

interface Seen {
  readonly env: string[];
  readonly files: string[];
  readonly environments: string[];
  readonly processes: number;
  readonly planted: boolean;
  readonly root: boolean;
  readonly reached: object[];
  readonly resolved: boolean;
}

/** A function that looks around as far as it can, and tells what it found. */
const SPY = `
  import { lookup } from "node:dns/promises";
  import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
  import { connect } from "node:net";
  const can = (what) => { try { what(); return true; } catch { return false; } };
  const reach = (target) => new Promise((resolve) => {
    const socket = connect({ ...target, timeout: 2000 }, () => resolve(true));
    for (const event of ["error", "timeout"]) socket.on(event, () => { socket.destroy(); resolve(false); });
  });
  const processes = readdirSync("/proc").filter((name) => /^\\d+$/.test(name));
  const environment = (pid) => { try { return readFileSync("/proc/" + pid + "/environ", "utf8"); } catch { return ""; } };
  export default async (req, res) => {
    const { files = [], targets = [] } = req.body;
    const answers = await Promise.all(targets.map(reach));
    res.json({
      env: Object.keys(process.env).sort(),
      files: files.filter((file) => can(() => statSync(file))),
      environments: processes.map(environment),
      processes: processes.length,
      planted: can(() => writeFileSync(new URL("./planted", import.meta.url), "x")),
      root: process.getuid() === 0,
      reached: targets.filter((_, n) => answers[n]),
      resolved: await lookup("example.com").then(() => true, () => false),
    });
  };`;

describe("the functions of a deployment", () => {
  let cloud: LocalVercel;
  let host: string;
  const log: string[] = [];

  const sources: Record<string, string> = {
    node: `export default (req, res) => res.status(201).json({ query: req.query, body: req.body, cookies: req.cookies, url: req.url, method: req.method });`,
    common: `module.exports = (req, res) => { let text = ""; req.on("data", (part) => { text += part; }); req.on("end", () => res.send(text.toUpperCase())); };`,
    fetch: `export default { fetch: async (request) => Response.json({ url: new URL(request.url).pathname, text: await request.text() }, { status: 202 }) };`,
    web: `export const GET = () => new Response("got", { headers: [["set-cookie", "a=1"], ["set-cookie", "b=2"]] });`,
    noisy: `export default (req, res) => { console.log('{"id":0,"status":200}'); res.send("quiet"); };`,
    throws: `export default () => { throw new Error("no"); };`,
    exits: `export default () => process.exit(3);`,
    loops: `export default () => { for (;;); };`,
    eats: `export default async () => { const kept = []; for (;;) { kept.push(Buffer.alloc(20e6, 1)); await new Promise((r) => setTimeout(r, 20)); } };`,
    spy: SPY,
  };

  beforeAll(async () => {
    process.env.GANTRY_SECRET = "hidden";
    cloud = await localVercel({ log: (_, __, fields) => void log.push(String(fields?.output)) });
    const files: Record<string, string> = {
      "config.json": config([
        { handle: "filesystem" },
        { src: "/users/(?<id>[^/]+)", dest: "/api/node?id=$id" },
      ]),
      "static/index.html": "front",
    };
    for (const [name, source] of Object.entries(sources)) {
      files[`functions/api/${name}.func/.vc-config.json`] =
        name === "loops" ? JSON.stringify({ ...JSON.parse(nodeFunction), maxDuration: 1 }) : nodeFunction;
      files[`functions/api/${name}.func/index.js`] = source;
    }
    host = (await deploy(cloud.api, "api", files)).url;
  });
  afterAll(async () => {
    delete process.env.GANTRY_SECRET;
    await cloud.close();
  });

  const ask = (path: string, init = {}) => visit(cloud.port, host, path, init);
  const spied = async (request: SpyRequest): Promise<Seen> => {
    const headers = { "content-type": "application/json" };
    return JSON.parse(
      (await ask("/api/spy", { method: "POST", headers, body: JSON.stringify(request) })).text,
    );
  };

  it("have Vercel's helpers for query, body and cookies", async () => {
    const json = { method: "POST", headers: { "content-type": "application/json", cookie: "k=v" } };
    const answer = await ask("/api/node?a=1&b=2&b=3", { ...json, body: '{"n":1}' });
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.text)).toEqual({
      query: { a: "1", b: ["2", "3"] },
      body: { n: 1 },
      cookies: { k: "v" },
      url: "/api/node?a=1&b=2&b=3",
      method: "POST",
    });
    expect((await ask("/api/node", { ...json, body: "{" })).status).toBe(400);
  });

  it("are reached through rewrites, with the named groups as query", async () => {
    expect(JSON.parse((await ask("/users/ada?x=1")).text)).toMatchObject({ query: { id: "ada", x: "1" } });
  });

  it("may be CommonJS, a web-standard fetch, or web handlers by method", async () => {
    expect((await ask("/api/common", { method: "POST", body: "loud" })).text).toBe("LOUD");
    const fetched = await ask("/api/fetch", { method: "PUT", body: "hi" });
    expect([fetched.status, JSON.parse(fetched.text)]).toEqual([202, { url: "/api/fetch", text: "hi" }]);
    const got = await ask("/api/web");
    expect([got.text, got.headers["set-cookie"]]).toEqual(["got", ["a=1", "b=2"]]);
    expect((await ask("/api/web", { method: "DELETE" })).status).toBe(405);
  });

  it("may print anything without affecting their replies", async () => {
    expect((await ask("/api/noisy")).text).toBe("quiet");
    expect(log.join("")).toContain('{"id":0,"status":200}');
  });

  it("reply to concurrent calls", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => ask(`/api/node?n=${n}`)));
    expect(answers.map(({ text }) => JSON.parse(text).query.n)).toEqual([
      "0",
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
    ]);
  });

  it("return 500 with Vercel's code when they throw or exit, and the next call succeeds", async () => {
    for (const name of ["throws", "exits"]) {
      const answer = await ask(`/api/${name}`);
      expect([answer.status, answer.headers["x-vercel-error"]]).toEqual([500, "FUNCTION_INVOCATION_FAILED"]);
    }
    expect((await ask("/api/noisy")).text).toBe("quiet");
  });

  it("return 504 when they never reply, and the next call succeeds", async () => {
    const answer = await ask("/api/loops");
    expect([answer.status, answer.headers["x-vercel-error"]]).toEqual([504, "FUNCTION_INVOCATION_TIMEOUT"]);
    expect((await ask("/api/noisy")).text).toBe("quiet");
  });

  it("are ended when they exceed their memory", async () => {
    expect((await ask("/api/eats")).status).toBe(500);
  });

  it("refuse bodies above Vercel's limit", async () => {
    const answer = await ask("/api/node", { method: "POST", body: "x".repeat(4_600_000) });
    expect([answer.status, answer.headers["x-vercel-error"]]).toEqual([413, "FUNCTION_PAYLOAD_TOO_LARGE"]);
  });

  it("have no secret, no foreign file, no other process, and are not root", async () => {
    const file = join(cloud.dir, "secret");
    writeFileSync(file, "hidden", { mode: 0o644 });
    const seen = await spied({
      files: [file, "/etc/passwd", "/proc/1/root/etc/passwd", resolve("package.json")],
    });
    expect(seen.env.filter((name) => !/^(PATH|NODE_ENV|VERCEL|VERCEL_ENV|TZ|PWD)$/.test(name))).toEqual([]);
    expect(seen.files).toEqual([]);
    expect(seen.environments.join()).not.toContain("hidden");
    // Its own, and the one that started it.
    expect(seen.processes).toBeLessThanOrEqual(3);
    expect(seen).toMatchObject({ planted: false, root: false });
  });

  it("connect neither to the port of the local cloud nor to any other address", async () => {
    const path = join(cloud.dir, "listening.sock");
    const socket = createServer(() => {});
    await new Promise<void>((resolve) => socket.listen(path, resolve));
    const abstract = createServer(() => {});
    await new Promise<void>((resolve) => abstract.listen("\0gantry-functions-test", resolve));
    const addresses = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address));
    const hosts = new Set([
      ...addresses,
      "127.0.0.1",
      "::1",
      "localhost",
      "0.0.0.0",
      "::",
      "10.0.2.2",
      "1.1.1.1",
    ]);
    const targets = [
      ...[...hosts].map((host) => ({ host, port: cloud.port })),
      { path },
      { path: "\0gantry-functions-test" },
    ];
    const { reached, resolved } = await spied({ targets });
    socket.close();
    abstract.close();
    expect(reached).toEqual([]);
    expect(resolved).toBe(false);
  });
});

it("a function of a deployment without a sandbox does reach other processes, files and ports", async () => {
  const open: FindSandbox =
    () =>
    ([command = "", ...args], { env }) => ({ command, args, env });
  const cloud = await localVercel({ sandbox: { find: open, fix: sandboxFix } });
  const { url: host } = await deploy(cloud.api, "open", {
    "config.json": config(),
    "functions/api/spy.func/.vc-config.json": nodeFunction,
    "functions/api/spy.func/index.js": SPY,
  });
  const body = JSON.stringify({ files: ["/etc/passwd"], targets: [{ host: "127.0.0.1", port: cloud.port }] });
  const headers = { "content-type": "application/json" };
  const seen = JSON.parse(
    (await visit(cloud.port, host, "/api/spy", { method: "POST", headers, body })).text,
  );
  expect(seen).toMatchObject({ files: ["/etc/passwd"], reached: [{ port: cloud.port }], planted: true });
  expect(seen.processes).toBeGreaterThan(3);
  await cloud.close();
});

describe("functions on a machine without a sandbox", () => {
  const files = {
    "config.json": config([{ handle: "filesystem" }]),
    "static/index.html": "front",
    "functions/api/f.func/.vc-config.json": nodeFunction,
    "functions/api/f.func/index.js": `export default (req, res) => res.send("ran");`,
  };
  const html = { accept: "text/html,*/*" };

  it.each<[string, FindSandbox]>([
    ["its programs are not installed", () => undefined],
    [
      "it does not start (no namespaces)",
      () =>
        (_, { env }) => ({ command: "/bin/sh", args: ["-c", "echo no namespaces >&2; exit 1"], env }),
    ],
    [
      "it does not start (spawn /none/bwrap ENOENT)",
      () =>
        (_, { env }) => ({ command: "/none/bwrap", args: [], env }),
    ],
  ])("do not run, with the reason and the remedy: %s", async (reason, sandbox) => {
    const log: object[] = [];
    const cloud = await localVercel({
      sandbox: { find: sandbox, fix: sandboxFix },
      log: (level, message, fields) => void log.push({ level, message, ...fields }),
    });
    const { url: host } = await deploy(cloud.api, "api", files);
    const answer = await visit(cloud.port, host, "/api/f");
    expect([answer.status, answer.headers["x-vercel-error"]]).toEqual([503, "NO_SANDBOX"]);
    const { error } = JSON.parse(answer.text);
    expect(error.message).toBe(
      `Functions of deployed apps run in a sandbox only, and this machine has none: ${reason}.`,
    );
    expect(error.fix).toMatch(/^(sudo |install |docker )/);
    const page = await visit(cloud.port, host, "/api/f", { headers: html });
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.text).toContain(error.fix);
    expect(log).toEqual([
      {
        level: "WARN",
        message: "app refused",
        app: expect.any(String),
        reason: error.message,
        fix: error.fix,
      },
      expect.anything(),
    ]);
    expect((await visit(cloud.port, host, "/")).text).toBe("front");
    await cloud.close();
  });

  it("run once there is one", async () => {
    let found: ReturnType<FindSandbox>;
    const cloud = await localVercel({ sandbox: { find: () => found, fix: sandboxFix } });
    const { url: host } = await deploy(cloud.api, "api", files);
    expect((await visit(cloud.port, host, "/api/f")).status).toBe(503);
    found = findSandbox();
    expect((await visit(cloud.port, host, "/api/f")).text).toBe("ran");
    await cloud.close();
  });
});

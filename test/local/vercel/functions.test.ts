import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { nodePermissions } from "#local/vercel/functions/sandbox.ts";
import { config, deploy, type LocalVercel, localVercel, nodeFunction, visit } from "./harness.ts";

describe.each([
  ["the strongest sandbox of this machine", undefined],
  ["Node's permission model", nodePermissions.wrap],
])("functions of a deployment in %s", (_name, sandbox) => {
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
    spy: `
      import { readFileSync, readdirSync, writeFileSync } from "node:fs";
      import { connect } from "node:net";
      const can = (what) => { try { what(); return true; } catch { return false; } };
      const reach = (port) => new Promise((resolve) => {
        const socket = connect(Number(port), "127.0.0.1", () => resolve(true));
        socket.on("error", () => resolve(false));
      });
      export default async (req, res) => res.json({
        env: Object.keys(process.env).sort(),
        init: can(() => { if (readFileSync("/proc/1/environ", "utf8").includes("GANTRY_SECRET")) return; throw 0; }),
        passwd: can(() => readFileSync("/etc/passwd")),
        secret: can(() => readFileSync(req.query.file)),
        write: can(() => writeFileSync(new URL("./planted", import.meta.url), "x")),
        host: await reach(req.query.port),
        root: process.getuid() === 0,
      });`,
  };

  beforeAll(async () => {
    process.env.GANTRY_SECRET = "hidden";
    cloud = await localVercel({ log: (line) => log.push(line), ...(sandbox ? { sandbox } : {}) });
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

  it("get Vercel's helpers for query, body and cookies", async () => {
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

  it("may be CommonJS, web-standard fetch, or web handlers by method", async () => {
    expect((await ask("/api/common", { method: "POST", body: "loud" })).text).toBe("LOUD");
    const fetched = await ask("/api/fetch", { method: "PUT", body: "hi" });
    expect([fetched.status, JSON.parse(fetched.text)]).toEqual([202, { url: "/api/fetch", text: "hi" }]);
    const got = await ask("/api/web");
    expect([got.text, got.headers["set-cookie"]]).toEqual(["got", ["a=1", "b=2"]]);
    expect((await ask("/api/web", { method: "DELETE" })).status).toBe(405);
  });

  it("may print what they like without disturbing their answers", async () => {
    expect((await ask("/api/noisy")).text).toBe("quiet");
    expect(log.join("")).toContain('{"id":0,"status":200}');
  });

  it("answer calls that overlap", async () => {
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

  it("that throw or exit are a 500 with Vercel's code, and the next call works", async () => {
    for (const name of ["throws", "exits"]) {
      const answer = await ask(`/api/${name}`);
      expect([answer.status, answer.headers["x-vercel-error"]]).toEqual([500, "FUNCTION_INVOCATION_FAILED"]);
    }
    expect((await ask("/api/noisy")).text).toBe("quiet");
  });

  it("that never answer are ended with a 504, and the next call works", async () => {
    const answer = await ask("/api/loops");
    expect([answer.status, answer.headers["x-vercel-error"]]).toEqual([504, "FUNCTION_INVOCATION_TIMEOUT"]);
    expect((await ask("/api/noisy")).text).toBe("quiet");
  });

  it("that eat memory are ended", async () => {
    expect((await ask("/api/eats")).status).toBe(500);
  });

  it("refuse bodies above Vercel's limit", async () => {
    const answer = await ask("/api/node", { method: "POST", body: "x".repeat(4_600_000) });
    expect([answer.status, answer.headers["x-vercel-error"]]).toEqual([413, "FUNCTION_PAYLOAD_TOO_LARGE"]);
  });

  it("see no secret, no file but their own, no network and are not root", async () => {
    const file = encodeURIComponent(`${cloud.dir}/journal.jsonl`);
    const seen = JSON.parse((await ask(`/api/spy?port=${cloud.port}&file=${file}`)).text);
    expect(
      seen.env.filter((name: string) => !/^(PATH|NODE_ENV|VERCEL|VERCEL_ENV|TZ|PWD)$/.test(name)),
    ).toEqual([]);
    const weak = sandbox !== undefined || cloud.vercel.isolation === nodePermissions.title;
    expect(seen).toMatchObject({ init: false, passwd: false, secret: false, write: false, host: weak });
    if (!weak) expect(seen.root).toBe(false);
  });
});

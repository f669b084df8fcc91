import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CreateProjectRequestBody$outboundSchema } from "@vercel/sdk/models/createprojectcontenthint2.js";
import { CreateDeploymentRequest$outboundSchema } from "@vercel/sdk/models/responsebodyimages.js";
import { createDeployments } from "#adapters/vercel/deployments.ts";
import { strictFaults } from "#test/cloud/strict-schema.ts";
import {
  call,
  config,
  type LocalVercel,
  localVercel,
  TOKEN,
  visit,
} from "#test/local-cloud/vercel/harness.ts";
import { secondsWithin } from "#test/support/limits.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const files = [
  { path: "config.json", bytes: bytes(config([{ handle: "filesystem" }])) },
  { path: "static/index.html", bytes: bytes("<h1>app</h1>") },
  { path: "static/a.txt", bytes: bytes("a") },
];

describe("deploying to Vercel", () => {
  let cloud: LocalVercel;
  beforeAll(async () => {
    cloud = await localVercel();
  });
  afterAll(() => cloud.close());

  const sent: { method: string; path: string; body: unknown }[] = [];
  /** A client whose every request goes through `through` first. */
  const client = (
    through: (next: () => Promise<Response>, n: number) => Promise<Response> = (next) => next(),
  ) => {
    let count = 0;
    const spying: typeof fetch = (url, init) => {
      const { pathname, search } = new URL(String(url));
      const body = typeof init?.body === "string" ? JSON.parse(init.body) : init?.body;
      sent.push({ method: init?.method ?? "GET", path: pathname.replace("/vercel", "") + search, body });
      return through(() => fetch(url, init), count++);
    };
    return createDeployments({
      apiUrl: cloud.api,
      token: TOKEN,
      scheme: "http",
      fetch: spying,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 20))),
      now: Date.now,
    });
  };
  const deploymentsOf = async (name: string) =>
    (await call(cloud.api, "GET", `/v7/deployments?projectId=${name}`)).body.deployments;
  const host = (url: string) => url.replace("http://", "");

  it("creates a project and a preview, promotes it to the production address, and rolls back", async () => {
    const vercel = client();
    const project = await vercel.ensureProject("todo");
    expect(await vercel.ensureProject("todo")).toEqual(project);
    expect(await vercel.currentProduction(project.name)).toBeNull();

    const first = await vercel.createPreview({ project, files, meta: { gantryKey: "k1" } });
    const ready = await vercel.waitReady(first.id, secondsWithin(60));
    expect(ready).toEqual({ url: first.url, state: "READY" });
    expect((await visit(cloud.port, host(first.url), "/")).text).toBe("<h1>app</h1>");
    expect(await vercel.currentProduction(project.name)).toBeNull();

    const live = { url: `http://todo.localhost:${cloud.port}` };
    expect(await vercel.promote(project, first.id)).toEqual(live);
    expect(await vercel.promote(project, first.id)).toEqual(live);
    const second = await vercel.createPreview({ project, files, meta: { gantryKey: "k2" } });
    await vercel.waitReady(second.id, secondsWithin(60));
    await vercel.promote(project, second.id);
    expect(await vercel.rollback(project, first.id)).toEqual(live);
    expect(await vercel.currentProduction(project.name)).toEqual({ id: first.id, ...live });
  });

  it("uploads only the files that Vercel does not have", async () => {
    const vercel = client();
    const project = await vercel.ensureProject("uploads");
    sent.length = 0;
    const fresh = ["static/new.txt", "static/copy.txt"].map((path) => ({ path, bytes: bytes("never seen") }));
    const more = [...files, ...fresh];
    await vercel.createPreview({ project, files: more, meta: { gantryKey: "k" } });
    expect(sent.map(({ method, path }) => `${method} ${path.split("?")[0]}`)).toEqual([
      "GET /v7/deployments",
      "POST /v13/deployments",
      "POST /v2/files",
      "POST /v13/deployments",
    ]);
  });

  it("sends only what Vercel documents", async () => {
    const vercel = client();
    const project = await vercel.ensureProject("documented");
    sent.length = 0;
    await vercel.createPreview({ project, files, meta: { gantryKey: "k", gantryMission: "m" } });
    const { body } = sent.find(({ path }) => path.startsWith("/v13"))!;
    const schema = CreateDeploymentRequest$outboundSchema as any;
    expect(strictFaults(schema._def.schema.shape.requestBody, body)).toEqual([]);
  });

  it("creates projects with public previews, in the terms of Vercel's API description", async () => {
    sent.length = 0;
    await client().ensureProject("open");
    const { body } = sent.find(({ method }) => method === "POST")!;
    expect(body).toEqual({ name: "open", ssoProtection: null });
    expect(strictFaults(CreateProjectRequestBody$outboundSchema as any, body)).toEqual([]);
  });

  it("creates exactly one deployment when it is repeated after a crash at any request", async () => {
    for (let cut = 0; ; cut++) {
      const project = await client().ensureProject(`cut-${cut}`);
      const input = { project, files: files.map((file) => ({ ...file })), meta: { gantryKey: "one" } };
      input.files.push({ path: "static/cut.txt", bytes: bytes(`cut ${cut}`) });
      let done = 0;
      const dying = client(async (next, n) => {
        if (n > cut) throw new TypeError("the process is dead");
        done = n;
        const answer = await next();
        if (n === cut) throw new TypeError("the process died before the answer was read");
        return answer;
      });
      const first = await dying.createPreview(input).catch((error) => error);
      const again = await client().createPreview(input);
      const all = await deploymentsOf(`cut-${cut}`);
      expect([cut, all.map(({ uid }: any) => uid)]).toEqual([cut, [again.id]]);
      if (!(first instanceof Error)) break;
      expect(first).toMatchObject({ code: "VercelUnavailable" });
      expect(done).toBe(cut);
    }
  });

  it("recovers from lost replies, with exactly one deployment", async () => {
    for (const lost of [0, 1, 2, 3]) {
      const project = await client().ensureProject(`lost-${lost}`);
      const vercel = client(async (next, n) => {
        const answer = await next();
        if (n === lost) throw new TypeError("connection reset");
        return answer;
      });
      const more = [...files, { path: "static/lost.txt", bytes: bytes(`lost ${lost}`) }];
      const made = await vercel.createPreview({ project, files: more, meta: { gantryKey: "one" } });
      expect((await deploymentsOf(`lost-${lost}`)).map(({ uid }: any) => uid)).toEqual([made.id]);
    }
  });

  it("finds its deployment by key among many", async () => {
    const project = await client().ensureProject("many");
    const first = await client().createPreview({ project, files, meta: { gantryKey: "first" } });
    for (let n = 0; n < 101; n++)
      await call(cloud.api, "POST", "/v13/deployments?prebuilt=1", {
        name: "many",
        files: files.map(({ path }) => ({ file: `.vercel/output/${path}`, data: "x" })),
      });
    expect(await client().createPreview({ project, files, meta: { gantryKey: "first" } })).toEqual(first);
  });

  const answering = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    client(async () => new Response(JSON.stringify(body), { status, headers }));
  const deployment = (more: object) => ({ id: "dpl_1", url: "x.localhost", aliasAssigned: false, ...more });

  it.each([
    ["ERROR", "Vercel could not deploy the output: no config"],
    ["CANCELED", "The deployment was cancelled at Vercel: no config"],
    ["BLOCKED", "Vercel blocks deployments of this project: no config"],
  ])("fails at the state %s with the reason", async (readyState, message) => {
    const vercel = answering(200, deployment({ readyState, errorMessage: "no config" }));
    await expect(vercel.waitReady("dpl_1", 5)).rejects.toMatchObject({
      code: "VercelRefused",
      message,
      detail: { state: readyState },
    });
  });

  it("waits for the alias beyond READY, and gives up at its time limit", async () => {
    let now = 0;
    const vercel = createDeployments({
      apiUrl: "http://vercel.test",
      token: "t",
      scheme: "https",
      fetch: async () => Response.json(deployment({ readyState: "READY" })),
      sleep: async (ms) => {
        now += ms;
      },
      now: () => now,
    });
    await expect(vercel.waitReady("dpl_1", 120)).rejects.toMatchObject({ code: "TimedOut" });
    expect(now).toBe(120_000);
  });

  describe("an error of Vercel", () => {
    const error = (message: string, code = "bad_request") => ({ error: { code, message } });

    it("names what Vercel refused, without the token", async () => {
      const vercel = answering(403, error("the token s3cret-token is not valid", "forbidden"));
      const refusal = await vercel.waitReady("dpl_1", 5).catch((it) => it);
      expect(refusal).toMatchObject({
        code: "VercelRefused",
        detail: { vercel_status: 403, vercel_code: "forbidden" },
      });
      expect(refusal.message).toContain("is not valid");
      expect(JSON.stringify([refusal.message, refusal.detail, String(refusal.stack)])).not.toContain(
        "s3cret",
      );
    });

    it("states when to retry, without waiting", async () => {
      sent.length = 0;
      const limited = answering(429, error("slow down"), { "retry-after": "30" });
      await expect(limited.waitReady("dpl_1", 5)).rejects.toMatchObject({
        code: "VercelUnavailable",
        detail: { retry_after_seconds: 30 },
      });
      expect(sent.length).toBe(1);
      const reset = String(Math.floor(Date.now() / 1000) + 3600);
      const later = await answering(429, {}, { "x-ratelimit-reset": reset })
        .waitReady("d", 5)
        .catch((it) => it);
      expect(later.detail.retry_after_seconds).toBeGreaterThan(1800);
    });

    it("becomes VercelUnavailable after at most five seconds of retries", async () => {
      let waited = 0;
      const vercel = createDeployments({
        apiUrl: "http://vercel.test",
        token: "t",
        scheme: "https",
        fetch: async () => new Response("<html>", { status: 502 }),
        sleep: async (ms) => {
          waited += ms;
        },
        now: Date.now,
      });
      await expect(vercel.ensureProject("x")).rejects.toMatchObject({ code: "VercelUnavailable" });
      expect(waited).toBeGreaterThan(1000);
      expect(waited).toBeLessThanOrEqual(5000);
    });

    it("names a reply of unknown form", async () => {
      const error = await answering(200, { id: "dpl_1" })
        .waitReady("dpl_1", 5)
        .catch((it) => it);
      expect(error).toMatchObject({ code: "VercelUnavailable" });
      expect(error.message).toContain("unknown form");
    });
  });
});

import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { packArchive } from "#adapters/files/archive.ts";
import { createBwrapExecutor } from "#builder/sandboxes/bwrap.ts";
import { createUidExecutor } from "#builder/sandboxes/uid.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { gitTreeId, treeEntries, treeSha256 } from "#core/kernel/tree.ts";
import { itUnless, noRoot } from "#test/support/unless.ts";
import { build } from "./build.ts";
import { availableBackends } from "./hostile/backends.ts";
import { makeJob, STATIC_APP } from "./jobs.ts";
import { type Storage, startStorage } from "./storage.ts";

let storage: Storage;
beforeAll(async () => {
  storage = await startStorage();
});
afterAll(() => storage.close());

const executor = createBwrapExecutor();
const limits = { cpu_cores: 2 };
/** A static app whose audit runs this code first. */
const audited = (code: string): SourceFile[] => [...STATIC_APP, { path: "test/x.test.js", content: code }];
/** A test that runs this code and passes. */
const passing = (code: string) =>
  `import fs from "node:fs"; import test from "node:test"; test("x", () => { ${code} });`;
const buildFiles = (files: SourceFile[]) => build(makeJob(storage.url, { files, limits }), executor);

const putLayer = async (files: { path: string; text: string }[]) => {
  const bytes = await packArchive(files.map(({ path, text }) => ({ path, bytes: Buffer.from(text) })));
  storage.objects.set("layer", Buffer.from(bytes));
  return {
    url: `${storage.url}/layer`,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    size: bytes.length,
  };
};

describe.each(availableBackends())("a build under $title", (backend) => {
  it("has the same verdict, source and output under every executor", async () => {
    const { result, files } = await build(makeJob(storage.url, { limits }), backend.executor);
    const source = STATIC_APP.map(({ path, content }) => ({ path, bytes: Buffer.from(content) }));
    expect(result).toMatchObject({
      verdict: "passed",
      executor: backend.title,
      source: { sha256: treeSha256(treeEntries(source)), git_tree: gitTreeId(source), files: 4 },
      output: { sha256: treeSha256(treeEntries(files)) },
    });
    expect(files.map((file) => file.path)).toEqual(["config.json", "static/app.js", "static/index.html"]);
  });

  it("lets tests reach their own servers at localhost", async () => {
    const served = `import assert from "node:assert/strict"; import { createServer } from "node:http"; import test from "node:test";
      test("serves", async () => {
        const server = createServer((_, res) => res.end("hello")).listen(0, "localhost");
        await new Promise((resolve) => server.once("listening", resolve));
        const reply = await fetch("http://localhost:" + server.address().port);
        assert.equal(await reply.text(), "hello");
        server.close();
        server.closeAllConnections();
      });`;
    const { result, log } = await build(
      makeJob(storage.url, { files: audited(served), limits }),
      backend.executor,
    );
    expect([result.verdict, log]).toEqual(["passed", expect.any(String)]);
  });

  it("reports a failing test as the app's failure, with its output", async () => {
    const { result, log } = await build(
      makeJob(storage.url, { files: audited('throw new Error("on purpose");'), limits }),
      backend.executor,
    );
    expect(result).toMatchObject({ verdict: "code", output: null });
    expect(log).toContain("on purpose");
  });
});

describe("a build", () => {
  it("runs a test again that failed once, and passes with a sentence about it when it then passes twice", async () => {
    // The temporary folder is new in each run; a tool's cache is not.
    const flaky = `import fs from "node:fs"; import test from "node:test";
      const ran = fs.existsSync("node_modules/.cache/ran");
      fs.mkdirSync("node_modules/.cache/ran", { recursive: true });
      test("x", () => { if (!ran) throw new Error("the first run"); });`;
    const layer = await putLayer([{ path: "node_modules/greet/index.js", text: "" }]);
    const job = makeJob(storage.url, { files: audited(flaky), layer, limits });
    const { result, log } = await build(job, executor);
    expect(result).toMatchObject({
      verdict: "passed",
      reason: "Build and audit passed. Failed once and then passed twice: test/x.test.js.",
    });
    expect(result.steps.at(-1)).toMatchObject({ runs: { total: 3, failed: 1 } });
    expect(log).toContain("the first run");
  });

  it("of an API has functions with the packages that they need", async () => {
    const layer = await putLayer([
      { path: "node_modules/greet/index.js", text: 'module.exports = () => "hi";' },
      { path: "node_modules/tool/index.js", text: "" },
      {
        path: "node_modules/.package-lock.json",
        text: JSON.stringify({ packages: { "node_modules/greet": {}, "node_modules/tool": { dev: true } } }),
      },
    ]);
    const files = [
      { path: "package.json", content: "{}" },
      { path: "public/index.html", content: "hi" },
      { path: "api/hello.js", content: 'module.exports = (q, s) => s.end(require("greet")());' },
      {
        path: "test/a.test.js",
        content:
          'require("node:test")("greets", () => require("node:assert").equal(require("greet")(), "hi"));',
      },
    ];
    const built = await build(makeJob(storage.url, { stack: "node-api", files, layer, limits }), executor);
    expect(built.result).toMatchObject({ verdict: "passed" });
    expect(built.files.map((file) => file.path)).toEqual([
      "config.json",
      "functions/api/hello.func/.vc-config.json",
      "functions/api/hello.func/api/hello.js",
      "functions/api/hello.func/node_modules/greet/index.js",
      "functions/api/hello.func/package.json",
      "static/index.html",
    ]);
  });

  it.each([
    ["another digest", { sha256: "0".repeat(64) }],
    ["another size", { size: 7 }],
  ])("is refused with a layer of %s", async (_, change) => {
    const layer = { ...(await putLayer([{ path: "node_modules/a/index.js", text: "" }])), ...change };
    const { result } = await build(makeJob(storage.url, { layer, limits }), executor);
    expect(result).toMatchObject({ verdict: "environment", steps: [] });
  });

  it("is refused with a layer that reaches outside node_modules", async () => {
    const layer = await putLayer([{ path: "public/index.html", text: "planted" }]);
    const { result } = await build(makeJob(storage.url, { layer, limits }), executor);
    expect(result).toMatchObject({ verdict: "environment", steps: [] });
  });

  it("ignores a result that the app writes about itself", async () => {
    const forged = JSON.stringify({
      version: 1,
      verdict: "passed",
      steps: [{ name: "audit", exit_code: 0 }],
    });
    const { result } = await buildFiles(
      audited(
        `import fs from "node:fs";
         for (const path of ["result.json", "../result.json", "/tmp/result.json", "/app/result"])
           try { fs.writeFileSync(path, ${JSON.stringify(forged)}); } catch {}
         console.log(${JSON.stringify(forged)}); console.log("all tests passed");
         process.exit(3);`,
      ),
    );
    expect(result).toMatchObject({ verdict: "code" });
    expect(result.steps.at(-1)).toMatchObject({ exit_code: 3 });
  });

  it("fails when the app changes its own source during the audit", async () => {
    const { result } = await buildFiles(audited(passing('fs.writeFileSync("public/app.js", "other");')));
    expect(result).toMatchObject({
      verdict: "code",
      reason: expect.stringContaining("test/x.test.js wrote into the app: public/app.js."),
      output: null,
    });
  });

  it("refuses an output with links in it, and leaks nothing through them", async () => {
    const { result } = await buildFiles(
      audited(passing('fs.symlinkSync("/etc/passwd", "public/leak.txt");')),
    );
    expect(result).toMatchObject({
      verdict: "code",
      reason: expect.stringContaining("test/x.test.js wrote into the app: public/leak.txt."),
      output: null,
    });
  });

  it("refuses a draft with an invalid path before a file is written", async () => {
    const { result } = await buildFiles([...STATIC_APP, { path: "../outside.js", content: "" }]);
    expect(result).toMatchObject({ verdict: "code", steps: [], source: null });
  });

  it("refuses an audit command with shell syntax", async () => {
    const job = makeJob(storage.url, { audit_command: "node --test; true", limits });
    const { result } = await build(job, executor);
    expect(result).toMatchObject({ verdict: "code", steps: [], source: null });
  });

  it("ends at the job's deadline, or when it is cancelled", async () => {
    const files = audited("for (;;);");
    const late = await build(
      makeJob(storage.url, { files, limits: { ...limits, job_seconds: 2 } }),
      executor,
      undefined,
      async () => ({ ms: 150, cpu_ms: 150 }),
    );
    expect(late.result).toMatchObject({ verdict: "killed", reason: expect.stringContaining("longer than") });
    const stopped = await build(makeJob(storage.url, { files, limits }), executor, AbortSignal.timeout(700));
    expect(stopped.result).toMatchObject({ verdict: "killed", reason: "The build was cancelled." });
  });

  itUnless(noRoot)(
    "reports a child process that ran out of memory as killed although the audit exited with 0",
    async () => {
      const code = `import { spawnSync } from "node:child_process";
      spawnSync(process.execPath, ["-e", "const a = []; for (;;) a.push(Buffer.alloc(8 << 20, 1))"]);`;
      const job = makeJob(storage.url, { files: audited(code), limits: { ...limits, memory_mb: 256 } });
      const { result } = await build(job, createUidExecutor());
      expect(result).toMatchObject({
        verdict: "killed",
        reason: expect.stringContaining("256 MB of memory"),
      });
    },
  );

  it("never starts bubblewrap as root", async () => {
    const sandbox = await executor.open(makeJob(storage.url).limits);
    const { argv } = await sandbox.launch(["true"]);
    await sandbox.close();
    if (process.geteuid?.() !== 0) return expect(argv[0]).toMatch(/bwrap$/);
    const before = argv.slice(
      0,
      argv.findIndex((word) => word.endsWith("/bwrap")),
    );
    expect(before).toEqual(
      expect.arrayContaining([`--reuid=${sandbox.owner?.uid}`, "--clear-groups", "--no-new-privs"]),
    );
    expect(sandbox.owner?.uid).toBeGreaterThan(1000);
    return undefined;
  });
});

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { validate } from "dockerfile-utils";
import { packArchive } from "#adapters/files/archive.ts";
import { buildResultSchema } from "#core/factory/build/result.ts";
import { bundleBuilder } from "#lib/bundling/builder.ts";
import { describeUnless, itUnless, noLinux } from "#test/support/unless.ts";
import { makeJob, STATIC_APP } from "./jobs.ts";
import { type Storage, startStorage } from "./storage.ts";
import { TASK_CAPABILITIES, taskCommand, whyNoTask } from "./task-like.ts";

let storage: Storage;
let out: string;
let context: string;
beforeAll(async () => {
  storage = await startStorage();
  out = mkdtempSync(join(tmpdir(), "gantry-image-"));
  context = await bundleBuilder(process.cwd(), out);
});
afterAll(async () => {
  rmSync(out, { recursive: true, force: true });
  await storage.close();
});

describe("the build context of the builder image", () => {
  it("is the Dockerfile and the builder as one file", () => {
    expect(readdirSync(context).sort()).toEqual(["Dockerfile", "main.mjs"]);
  });

  it("adds little to the size of the base image", () => {
    const bytes = readdirSync(context).reduce((sum, name) => sum + statSync(join(context, name)).size, 0);
    expect(bytes).toBeLessThan(300 * 1024);
  });

  it("contains no path of the build machine and no sandbox of another system", () => {
    const code = readFileSync(join(context, "main.mjs"), "utf8");
    expect(code).not.toContain(process.cwd());
    expect(code).not.toMatch(/sourceMappingURL|sandbox-exec/);
  });
});

describe("the Dockerfile of the builder", () => {
  const text = readFileSync("builder-image/Dockerfile", "utf8");
  const lines = text
    .replace(/^\s*#.*$/gm, "")
    .replace(/\\\n/g, " ")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const all = (word: string) => lines.filter((line) => line.startsWith(`${word} `));

  it("passes the linter", () => {
    expect(validate(text)).toEqual([]);
  });

  it("starts from one image, pinned by digest", () => {
    expect(all("FROM")).toEqual([
      expect.stringMatching(/^FROM node:24\.\d+\.\d+-trixie-slim@sha256:[0-9a-f]{64}$/),
    ]);
  });

  it("copies one file and downloads nothing", () => {
    expect(all("COPY")).toEqual(["COPY main.mjs /builder/main.mjs"]);
    expect(all("ADD")).toEqual([]);
    expect(text).not.toMatch(/\b(curl|wget|apt-get|apk|npm|npx|latest)\b/);
  });

  it("contains no secret", () => {
    expect(all("ARG")).toEqual([]);
    expect(all("ENV")).toEqual(["ENV TMPDIR=/work NODE_ENV=production EXECUTOR=uid"]);
  });

  it("runs the builder itself, without a shell, as a user who can switch to others", () => {
    const [entry = ""] = all("ENTRYPOINT");
    expect(JSON.parse(entry.replace("ENTRYPOINT ", ""))).toEqual([
      "node",
      "--max-old-space-size=128",
      "/builder/main.mjs",
    ]);
    expect(all("CMD")).toEqual([]);
    expect(all("USER")).toEqual(["USER 0"]);
  });

  it("writes only to the volumes that the task provides", () => {
    expect(all("VOLUME")).toEqual(['VOLUME ["/work", "/tmp"]']);
    expect(all("WORKDIR")).toEqual(["WORKDIR /work"]);
  });

  it("runs no command during the image build, so that it can be built for another processor", () => {
    const words = new Set(lines.map((line) => line.split(" ")[0]));
    expect([...words]).toEqual(["FROM", "WORKDIR", "VOLUME", "ENV", "COPY", "USER", "ENTRYPOINT"]);
  });
});

/** The image is Linux: its builder knows no other sandbox. */
describeUnless(noLinux)("the builder bundled as one file", () => {
  it("runs a job", async () => {
    const { code, result } = await run(process.execPath, [join(context, "main.mjs")]);
    expect(result).toMatchObject({ verdict: "passed", reason: "Build and audit passed." });
    expect(code).toBe(0);
  });

  itUnless(whyNoTask())("runs a job with a task's rights and a read-only root", async () => {
    const root = join(out, "root");
    const [program = "", ...args] = taskCommand(root, [process.execPath, join(context, "main.mjs")]);
    const { code, result, said } = await run(program, args, { EXECUTOR: "uid" });
    expect(said).toContain(`rights ${TASK_CAPABILITIES.mask}`);
    expect(said).toContain("root is read-only");
    expect(result).toMatchObject({ verdict: "passed", reason: "Build and audit passed." });
    expect(code).toBe(0);
  });
});

/** What the image itself does not arrange: programs find Node by its name, and set-uid programs make nobody root. */
const AT_HOME = {
  path: "test/home.test.js",
  content: `import test from "node:test";
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
const found = execFileSync("node", ["-p", "process.version"], { encoding: "utf8" }).trim();
test("finds its own Node", () => assert.equal(found, process.version));
test("gains no rights", () => assert.match(readFileSync("/proc/self/status", "utf8"), /^NoNewPrivs:\\s*1$/m));
`,
};

/** A dependency layer, so that the builder also unpacks and hands over what it did not write itself. */
async function putLayer() {
  const bytes = await packArchive([
    { path: "node_modules/a/index.js", bytes: Buffer.from("export {};"), mode: "100644" },
  ]);
  storage.objects.set("layer", Buffer.from(bytes));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { url: `${storage.url}/layer`, sha256, size: bytes.length };
}

async function run(program: string, args: readonly string[], environment: Record<string, string> = {}) {
  const job = makeJob(storage.url, { files: [...STATIC_APP, AT_HOME], layer: await putLayer() });
  storage.objects.set("job", Buffer.from(JSON.stringify(job)));
  storage.objects.delete("result");
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH ?? "", JOB_URL: `${storage.url}/job`, ...environment },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part) => {
      said += part;
    });
  const code = await new Promise((resolve) => child.on("close", resolve));
  const result = storage.objects.get("result");
  return { code, said, result: result ? buildResultSchema.parse(JSON.parse(`${result}`)) : said };
}

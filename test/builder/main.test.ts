import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { unpackArchive } from "#adapters/files/archive.ts";
import { buildProgressSchema, buildResultSchema } from "#core/factory/build/result.ts";
import { treeEntries } from "#core/kernel/tree.ts";
import { secondsWithin } from "#test/support/limits.ts";
import { makeJob } from "./jobs.ts";
import { type Storage, startStorage } from "./storage.ts";

let storage: Storage;
beforeAll(async () => {
  storage = await startStorage();
});
afterAll(() => storage.close());

function runBuilder(environment: Record<string, string>): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, ["builder-image/main.ts"], {
    env: { PATH: process.env.PATH ?? "", ...environment },
  });
  let out = "";
  child.stdout.on("data", (part) => {
    out += part;
  });
  child.stderr.on("data", (part) => {
    out += part;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out })));
}

describe("the builder's entry", () => {
  it("builds a static app and uploads output, log and, last, the result", async () => {
    storage.objects.set("job", Buffer.from(JSON.stringify(makeJob(storage.url))));
    const { code, out } = await runBuilder({ JOB_URL: `${storage.url}/job?X-Amz-Signature=secret` });
    const result = buildResultSchema.parse(JSON.parse(`${storage.objects.get("result") ?? out}`));
    expect(result).toMatchObject({ verdict: "passed", reason: "Build and audit passed.", skipped: [] });
    expect(code).toBe(0);
    expect(out).not.toContain("secret");
    expect(storage.puts.at(-1)).toBe("result");
    buildProgressSchema.parse(JSON.parse(`${storage.objects.get("progress")}`));
    const files = await unpackArchive(storage.objects.get("output") ?? Buffer.alloc(0), {
      files: 10,
      bytes: 100_000,
      file_bytes: 100_000,
    });
    expect(files.map((file) => file.path)).toEqual(["config.json", "static/app.js", "static/index.html"]);
    expect(treeEntries(files)).toEqual(result.output?.entries);
    expect(`${storage.objects.get("log")}`).toContain("node --test");
  });

  it("retries uploads until storage accepts them", async () => {
    storage.objects.set("job", Buffer.from(JSON.stringify(makeJob(storage.url))));
    storage.objects.delete("result");
    storage.faults.set("result", [503, 500]);
    expect((await runBuilder({ JOB_URL: `${storage.url}/job` })).code).toBe(0);
    expect(storage.objects.has("result")).toBe(true);
  });

  it("waits for its job when it was started early, then builds", async () => {
    storage.objects.set("job", Buffer.from(JSON.stringify(makeJob(storage.url))));
    storage.objects.delete("result");
    storage.faults.set("job", [404, 403]);
    const { code, out } = await runBuilder({
      JOB_URL: `${storage.url}/job`,
      JOB_WAIT_SECONDS: `${secondsWithin(60)}`,
    });
    expect(code).toBe(0);
    expect(storage.faults.get("job")).toEqual([]);
    const { waited_ms } = JSON.parse(out.split("\n")[0] ?? "");
    expect(waited_ms).toBeGreaterThan(400);
    expect(JSON.parse(`${storage.objects.get("result")}`)).toMatchObject({ verdict: "passed" });
  });

  it("exits with 75 and no result when no job comes", async () => {
    storage.objects.delete("result");
    const { code, out } = await runBuilder({
      JOB_URL: `${storage.url}/nothing?X-Amz-Signature=secret`,
      JOB_WAIT_SECONDS: "1",
    });
    expect(code).toBe(75);
    expect(out).toContain('"job":"none came"');
    expect(out).not.toContain("secret");
    expect(storage.objects.has("result")).toBe(false);
  });

  it.each(["-1", "1e9", "601", "soon"])("does not wait for a job for %j", async (seconds) => {
    const { code, out } = await runBuilder({ JOB_URL: `${storage.url}/job`, JOB_WAIT_SECONDS: seconds });
    expect(code).toBe(1);
    expect(out).toContain("JOB_WAIT_SECONDS must be 0 to 600.");
  });

  it("exits with 78 and the command that helps when there is no sandbox", async () => {
    storage.objects.set("job", Buffer.from(JSON.stringify(makeJob(storage.url))));
    storage.objects.delete("result");
    const elsewhere = process.platform === "darwin" ? "bwrap" : "srt";
    const { code, out } = await runBuilder({ JOB_URL: `${storage.url}/job`, EXECUTOR: elsewhere });
    expect(code).toBe(78);
    expect(out).toContain("Builds are refused: they need a sandbox, and this machine has none. To fix it: ");
    expect(storage.objects.has("result")).toBe(false);
  });

  it("refuses an unknown executor", async () => {
    const { code, out } = await runBuilder({ JOB_URL: `${storage.url}/job`, EXECUTOR: "docker" });
    expect(code).toBe(1);
    expect(out).toContain("EXECUTOR must be one of uid, bwrap, srt.");
  });
});

describe("armHardExit", () => {
  it("ends a process whose event loop is blocked", async () => {
    const module = JSON.stringify(join(process.cwd(), "builder-image/hard-exit.ts"));
    const code = `const { armHardExit } = await import(${module}); armHardExit(0.3); for (;;);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: "ignore" });
    const signal = await new Promise((resolve) => child.on("exit", (_, name) => resolve(name)));
    expect(signal).toBe("SIGKILL");
  });
});

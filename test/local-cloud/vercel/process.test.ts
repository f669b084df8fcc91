import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { startProcess } from "#local-cloud/vercel/functions/process.ts";
import { until, within } from "#test/support/limits.ts";

describe("the process of a deployment's functions", () => {
  const start = (source: string, limits = {}) => {
    const cwd = mkdtempSync(join(tmpdir(), "gantry-process-"));
    writeFileSync(join(cwd, "worker.mjs"), source);
    const wrapped = { command: process.execPath, args: [join(cwd, "worker.mjs")], env: {} };
    const all = { memoryBytes: 1e9, idleMs: within(60), answerBytes: 1000, ...limits };
    return {
      process: startProcess(wrapped, cwd, all, () => {}),
      remove: () => rmSync(cwd, { recursive: true }),
    };
  };
  const call = { file: "f", helpers: false, method: "GET", url: "/", headers: {}, body: "" };

  it("ends when it is idle", async () => {
    const { process, remove } = start("process.stdin.resume()", { idleMs: 1 });
    await until(() => !process.alive());
    expect(await process.call(call, 1000)).toEqual({ failure: "failed" });
    remove();
  });

  it("may print anything: only the reply to a call counts", async () => {
    const { process, remove } = start(`
      for (const line of ["nonsense", "null", "[]", '{"id":99}']) console.log(line);
      process.stdin.on("data", () => console.log(JSON.stringify({ id: 0, status: 200, body: "aGk=" })));`);
    expect(await process.call(call, within(60))).toEqual({
      status: 200,
      headers: {},
      body: Buffer.from("hi"),
    });
    process.kill();
    remove();
  });

  it("is ended when it prints an endless line, and a reply above the limit is refused", async () => {
    const endless = start(
      `for (let n = 0; n < 100; n++) process.stdout.write("x".repeat(100)); process.stdin.resume()`,
    );
    expect(await endless.process.call(call, within(60))).toEqual({ failure: "failed" });
    const body = Buffer.alloc(1100).toString("base64");
    const large = start(
      `process.stdin.on("data", () => console.log(JSON.stringify({ id: 0, status: 200, body: "${body}" })));`,
    );
    expect(await large.process.call(call, within(60))).toEqual({ failure: "too_large" });
    large.process.kill();
    endless.remove();
    large.remove();
  });
});

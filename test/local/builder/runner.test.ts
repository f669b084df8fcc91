import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createBuilderRunner } from "#local/builder/runner.ts";
import { makeJob, STATIC_APP } from "#test/builder/jobs.ts";
import { type Storage, startStorage } from "#test/builder/storage.ts";
import { until } from "#test/support/limits.ts";

const entry = join(process.cwd(), "builder-image/main.ts");
const node = process.execPath;
const LOOP = STATIC_APP.map((file) =>
  file.path.startsWith("test/")
    ? { ...file, content: 'import test from "node:test"; test("never ends", () => { for (;;); });\n' }
    : file,
);

let storage: Storage;
let dir: string;
beforeEach(async () => {
  storage = await startStorage();
  dir = mkdtempSync(join(tmpdir(), "gantry-runner-test-"));
  chmodSync(dir, 0o755);
});
afterEach(async () => {
  await storage.close();
  rmSync(dir, { recursive: true, force: true });
});

const never = new AbortController().signal;

function task(signal = never, kill = never) {
  return {
    taskArn: "arn:task/1",
    family: "builder",
    command: [],
    environment: { JOB_URL: `${storage.url}/job` },
    cpu: 512,
    memory: 1024,
    signal,
    kill,
  };
}

function putJob(files = STATIC_APP): void {
  storage.objects.set("job", Buffer.from(JSON.stringify(makeJob(storage.url, { files }))));
}

/** Processes whose command line names this test's folder or whose working folder is in it. */
function leftovers(): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        return line.includes(dir) ? [`${pid} ${line.slice(0, 80)}`] : [];
      } catch {
        return [];
      }
    });
}

describe("the local builder runner", () => {
  it("runs a builder to its end and leaves nothing in its folder", async () => {
    putJob();
    const run = createBuilderRunner({ node, entry, dir });
    expect(await run(task())).toEqual({ exitCode: 0 });
    expect(JSON.parse(`${storage.objects.get("result")}`).verdict).toBe("passed");
    expect(readdirSync(dir)).toEqual([]);
  });

  it("stops a running build with its task, without a result", async () => {
    putJob(LOOP);
    const controller = new AbortController();
    const run = createBuilderRunner({ node, entry, dir });
    const done = run(task(controller.signal));
    await until(() => leftovers().length > 0);
    controller.abort();
    expect((await done).exitCode).toBe(1);
    expect(storage.objects.has("result")).toBe(false);
    expect(leftovers()).toEqual([]);
  });

  it("leaves no process behind when its own process is killed", async () => {
    putJob(LOOP);
    const script = join(dir, "parent.ts");
    writeFileSync(
      script,
      `import { createBuilderRunner } from ${JSON.stringify(join(process.cwd(), "local/builder/runner.ts"))};
       const run = createBuilderRunner(${JSON.stringify({ node, entry, dir })});
       const never = new AbortController().signal;
       await run({ ...${JSON.stringify(task())}, signal: never, kill: never });`,
    );
    const parent = spawn(node, [script], { stdio: "ignore", env: {} });
    await until(() => leftovers().some((line) => line.includes("bwrap")));
    parent.kill("SIGKILL");
    await until(() => leftovers().length === 0);
  });

  it("kills a builder that exceeds its time", async () => {
    putJob(LOOP);
    const kill = new AbortController();
    const done = createBuilderRunner({ node, entry, dir })(task(never, kill.signal));
    await until(() => leftovers().some((line) => line.includes("bwrap")));
    kill.abort();
    expect(await done).toEqual({ exitCode: 137, reason: "Ended by SIGKILL" });
    await until(() => leftovers().length === 0);
  });

  it.each([
    ["is killed", "setInterval(() => undefined, 1000);"],
    ["dies", "process.kill(process.pid, 'SIGKILL');"],
  ])("stops a builder that has just been started when it %s", async (_, rest) => {
    const unbound = join(dir, "builder.mjs");
    writeFileSync(
      unbound,
      `import { spawn } from "node:child_process";
       spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)", ${JSON.stringify(`${dir}/unbound`)}]);
       ${rest}`,
    );
    const kill = new AbortController();
    const done = createBuilderRunner({ node, entry: unbound, dir })(task(never, kill.signal));
    if (rest.includes("setInterval")) {
      await until(() => leftovers().length === 2);
      kill.abort();
    }
    expect(await done).toEqual({ exitCode: 137, reason: "Ended by SIGKILL" });
    await until(() => leftovers().length === 0);
  });

  it("refuses a command, which the builder's container does not accept either", () => {
    const run = createBuilderRunner({ node, entry, dir });
    expect(() => run({ ...task(), command: ["sh"] })).toThrow("takes no command");
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { processesOf } from "#builder/process/processes.ts";
import { runCommand } from "#builder/process/run-command.ts";
import type { Executor, Sandbox } from "#builder/sandboxes/executor.ts";
import { type BuildLimits, DEFAULT_LIMITS } from "#core/factory/build/limits.ts";
import { judge } from "#core/factory/build/verdict.ts";
import { build } from "#test/builder/build.ts";
import { availableBackends } from "#test/builder/hostile/backends.ts";
import { makeJob } from "#test/builder/jobs.ts";
import { secondsWithin } from "#test/support/limits.ts";
import { passedReport } from "#test/support/passed-report.ts";

interface Bomb {
  readonly name: string;
  readonly code: string;
  readonly limits?: Partial<BuildLimits>;
  readonly expected: { verdict: unknown; reason: RegExp };
}

const MARKER = `gantry-bomb-${process.pid}`;
const CHILD = 'import { spawn, spawnSync } from "node:child_process";\n';
const FS = 'import fs from "node:fs";\n';
const TIMEOUT = { verdict: "killed", reason: /took longer than 2 s/ } as const;
const MEMORY = { verdict: "killed", reason: /needed more than 256 MB of memory/ } as const;
const ANY_PASS = { verdict: "passed", reason: /passed/ } as const;

const BOMBS: readonly Bomb[] = [
  {
    name: "buffers without end",
    code: "const all = []; for (;;) all.push(Buffer.alloc(8 << 20, 1));",
    limits: { memory_mb: 256 },
    expected: MEMORY,
  },
  {
    name: "a heap without end",
    code: "const all = []; for (;;) all.push(new Array(1000).fill(Math.random()));",
    limits: { memory_mb: 256 },
    expected: MEMORY,
  },
  {
    name: "memory spread over a tree",
    code: `${CHILD}for (let i = 0; i < 8; i++) spawn(process.execPath, ["-e", "const b = Buffer.alloc(64 << 20, 1); setTimeout(() => b, 60000)"]); setTimeout(() => 0, 60000);`,
    limits: { memory_mb: 256 },
    expected: MEMORY,
  },
  {
    name: "memory that belongs to no process",
    // Perl makes any system call: memfd_create, then shmget of 64 MB, then msgget. It ends with 1 if one is let through.
    code: `${CHILD}const calls = process.arch === "x64" ? [319, 29, 68] : [279, 194, 186];
      for (const [i, call] of calls.entries()) {
        const given = ['my $n = "m"; syscall(' + call + ', $n, 0)', 'syscall(' + call + ', 0, 1 << 26, 0600)', 'syscall(' + call + ', 0, 0600)'][i];
        const { status } = spawnSync("/usr/bin/perl", ["-e", "exit((" + (i === 0 ? "do { " + given + " }" : given) + ") < 0 ? 0 : 1)"]);
        if (status === 1) throw new Error("call " + call + " was let through");
      }`,
    expected: ANY_PASS,
  },
  {
    name: "temporary folders filled up",
    code: `${FS}let written = 0; for (const folder of ["/tmp", "/dev/shm"]) try { for (let i = 0; i < 60; i++) { fs.writeFileSync(folder + "/" + i, Buffer.alloc(8 << 20)); written += 8; } } catch {} if (written > 80) process.exit(1);`,
    expected: ANY_PASS,
  },
  {
    name: "a disk filled up",
    code: `${FS}for (let i = 0; ; i++) fs.writeFileSync("fill" + i, Buffer.alloc(16 << 20));`,
    limits: { workspace_mb: 64 },
    expected: { verdict: "killed", reason: /more than 64 MB to its workspace/ },
  },
  {
    name: "a disk filled up by files without a name",
    code: `${FS}const b = Buffer.alloc(16 << 20); for (let i = 0; ; i++) { const fd = fs.openSync("x", "w"); fs.unlinkSync("x"); fs.writeSync(fd, b); fs.fdatasyncSync(fd); }`,
    limits: { workspace_mb: 64 },
    expected: { verdict: "killed", reason: /more than 64 MB to its workspace/ },
  },
  {
    name: "a disk filled up in a folder that is closed to all",
    code: `${FS}fs.mkdirSync("d"); process.chdir("d"); fs.chmodSync(".", 0o300); for (let i = 0; ; i++) fs.writeFileSync("fill" + i, Buffer.alloc(16 << 20));`,
    limits: { workspace_mb: 64 },
    expected: { verdict: "killed", reason: /more than 64 MB to its workspace/ },
  },
  {
    name: "files without end",
    code: `${FS}for (let i = 0; ; i++) fs.writeFileSync("f" + i, "");`,
    limits: { workspace_inodes: 2000 },
    expected: { verdict: "killed", reason: /more than 2000 files/ },
  },
  {
    name: "one file without end",
    code: `${FS}const fd = fs.openSync("big", "w"); for (;;) fs.writeSync(fd, Buffer.alloc(1 << 20));`,
    limits: { file_mb: 4 },
    expected: { verdict: "code", reason: /failed with/ },
  },
  {
    name: "output without end",
    code: `${FS}const line = "x".repeat(65536); for (;;) try { fs.writeSync(1, line); } catch {}`,
    limits: { output_bytes: 1 << 20, kept_output_bytes: 4096 },
    expected: { verdict: "killed", reason: /more than 1048576 bytes of output/ },
  },
  {
    name: "a fork bomb",
    code: `${CHILD}spawn("/bin/sh", ["-c", "f() { f | f & }; f"]); setTimeout(() => 0, 60000);`,
    limits: { processes: 64, command_seconds: 2 },
    expected: TIMEOUT,
  },
  {
    name: "threads without end",
    code: 'import { Worker } from "node:worker_threads";\nfor (let i = 0; i < 300; i++) new Worker("setInterval(() => 0, 1000)", { eval: true });',
    limits: { processes: 64, command_seconds: 2 },
    expected: { verdict: expect.stringMatching(/code|killed/), reason: /failed with|took longer|of memory/ },
  },
  { name: "a loop without end", code: "for (;;);", limits: { command_seconds: 2 }, expected: TIMEOUT },
  {
    name: "a deaf process",
    code: 'for (const s of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(s, () => 0); setInterval(() => 0, 1000);',
    limits: { command_seconds: 2 },
    expected: TIMEOUT,
  },
  {
    name: "a daemon that left its parents",
    code: `${CHILD}spawnSync("/bin/sh", ["-c", "(setsid sleep 300 # ${MARKER}\\n) >/dev/null 2>&1 &"], { stdio: "ignore" });`,
    expected: ANY_PASS,
  },
  {
    name: "a daemon that holds the output open",
    code: `${CHILD}spawn("/bin/sh", ["-c", "sleep 300 # ${MARKER}"], { detached: true, stdio: "inherit" }).unref(); setTimeout(() => process.exit(0), 50);`,
    expected: ANY_PASS,
  },
  {
    name: "an exit that looks like the kernel's",
    code: 'process.kill(process.pid, "SIGKILL");',
    expected: { verdict: "environment", reason: /killed from outside/ },
  },
];

/** Processes that a bomb left behind, by its marker. */
function leftovers(): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(MARKER);
    } catch {
      return false;
    }
  });
}

/** What a bomb has until another limit stops it, on this machine. */
const PATIENCE_SECONDS = secondsWithin(30);
const LIMITS: BuildLimits = { ...DEFAULT_LIMITS, cpu_cores: 2, command_seconds: PATIENCE_SECONDS };
const never = new AbortController().signal;

/** Runs a program as an app's audit would run, in a sandbox of its own. */
async function explode(executor: Executor, { code, limits: changes }: Bomb) {
  const limits = { ...LIMITS, ...changes };
  const sandbox = await executor.open(limits);
  const run = (program: string) => step(sandbox, program, limits);
  try {
    const bomb = await run(code);
    const left = { processes: sandbox.owner ? processesOf(sandbox.owner.uid) : [], marked: leftovers() };
    const next = changes?.workspace_mb || changes?.workspace_inodes ? undefined : await run("console.log(1)");
    const tests = bomb.exit_code === 0 ? ONE_TEST : null;
    return { bomb, next, left, verdict: judge({ ...NOTHING, steps: [{ ...bomb, tests }] }, limits) };
  } finally {
    await sandbox.close();
  }
}

function step(sandbox: Sandbox, program: string, limits: BuildLimits) {
  return runCommand({
    name: "audit",
    argv: [sandbox.node, "--input-type=module", "-e", program],
    sandbox,
    limits,
    deadline: performance.now() + 2000 * PATIENCE_SECONDS,
    cancelled: never,
    onOutput: () => undefined,
    onMemory: () => undefined,
  });
}

/** What the bomb's file would report, if it were a test that passes. */
const ONE_TEST = passedReport("test/bomb.test.js");

const NOTHING = {
  refused: undefined,
  environment: undefined,
  stopped: undefined,
  cpu_share: undefined,
  changed: [],
  altered: { by: null, paths: [] },
  output: undefined,
};

describe.each(availableBackends())("a resource bomb under $title:", ({ executor }) => {
  it.each(BOMBS)("$name ends in the right class, and leaves nothing", async (bomb) => {
    const { bomb: record, next, left, verdict } = await explode(executor, bomb);
    expect(verdict).toEqual({
      verdict: bomb.expected.verdict,
      reason: expect.stringMatching(bomb.expected.reason),
    });
    expect(record.stdout.head.length + record.stdout.tail.length).toBeLessThanOrEqual(2 * 65_536);
    expect(left).toEqual({ processes: [], marked: [] });
    if (next) expect(next).toMatchObject({ exit_code: 0, killed: null });
  });

  it("a complete build passes after all of them", async () => {
    const { result } = await build(makeJob("http://127.0.0.1:1", { limits: { cpu_cores: 2 } }), executor);
    expect(result).toMatchObject({ verdict: "passed" });
  });
});

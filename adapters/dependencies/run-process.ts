import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { DependencyLayer } from "#core/factory/dependencies/dependencies.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { printableLine } from "#core/kernel/printable.ts";
import { inMegabytes } from "./limits.ts";
import { MOST_NAMED, type Order, PACK, type Report } from "./messages.ts";

/** The program is next to this file and has the same extension: source, JavaScript or bundle. */
const PROGRAM = join(import.meta.dirname, `npm-process${extname(import.meta.filename)}`);
const POLL_MS = 100;
const KEPT_STDERR = 4096;

/**
 * Carries out an order in a separate process, whose environment is only `env`. The process has always ended when this
 * returns. Throws the error that it reports, DependencyRefused when it exceeds its memory limit, EnvironmentFailure
 * when it exceeds its time limit or ends unexpectedly.
 */
export async function runProcess(
  order: Order,
  env: Readonly<Record<string, string>>,
  isKnown: (key: string) => Promise<boolean>,
): Promise<DependencyLayer> {
  const { limits, folder, cacheDir } = order;
  const child = fork(PROGRAM, [], {
    cwd: folder,
    // The compile cache halves the time for loading npm's libraries.
    env: { ...env, HOME: folder, NODE_COMPILE_CACHE: join(cacheDir, "compiled") },
    execArgv: [
      `--max-old-space-size=${Math.round(limits.heapBytes / 2 ** 20)}`,
      "--permission",
      "--allow-fs-read=*",
      `--allow-fs-write=${folder}`,
      `--allow-fs-write=${cacheDir}`,
    ],
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const watch = holdToLimits(child, order);
  try {
    return await Promise.race([watch.over, followReports(child, order, watch.fetching, isKnown)]);
  } finally {
    watch.stop();
    killGroup(child);
    await gone;
  }
}

/** Resolves with the layer or rejects with the error that the process reports. */
function followReports(
  child: ChildProcess,
  order: Order,
  onFetching: (packages: readonly string[]) => void,
  isKnown: (key: string) => Promise<boolean>,
): Promise<DependencyLayer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let stderr = "";
    let resolved: { key: string; lockfile: string } | undefined;
    let received = 0;
    let packed: number | undefined;
    // stdout and IPC are separate channels, so the archive can be complete before or after the report.
    const finish = () => {
      if (resolved && received === packed) resolve({ ...resolved, archive: Buffer.concat(chunks) });
    };
    child.stdout?.on("data", (chunk: Uint8Array) => {
      chunks.push(chunk);
      received += chunk.length;
      finish();
    });
    child.stderr?.on("data", (chunk) => {
      stderr = `${stderr}${chunk}`.slice(-KEPT_STDERR);
    });
    child.on("message", (report: Report) => {
      if (report.type === "fetching") onFetching(report.packages);
      if (report.type === "packed") {
        packed = report.bytes;
        finish();
      }
      if (report.type === "failed") reject(errorOf(report));
      if (report.type !== "resolved") return;
      const { key, lockfile } = report;
      resolved = { key, lockfile };
      isKnown(key).then(
        (known) => (known ? resolve({ key, lockfile, archive: undefined }) : child.send(PACK)),
        reject,
      );
    });
    child.once("error", (cause) => reject(unavailable("could not be started", cause)));
    child.once("close", (code, signal) => {
      if (signal === "SIGABRT" || code === 134) return reject(outOfMemory(order.limits.heapBytes, []));
      return reject(unavailable(`ended with ${signal ?? code}`, new Error(stderr)));
    });
    child.send(order, (error) => {
      if (error) reject(unavailable("could not be started", error));
    });
  });
}

/** Rejects when the process exceeds its time or memory limit. */
function holdToLimits(child: ChildProcess, { limits }: Order) {
  const over = Promise.withResolvers<never>();
  let fetching: readonly string[] = [];
  const clock = setTimeout(() => {
    const waiting =
      fetching.length === 0 ? "" : ` The registry had not finished sending ${listed(fetching)}.`;
    over.reject(
      new GantryError(
        "EnvironmentFailure",
        `Installing dependencies took longer than ${limits.seconds} s.${waiting}`,
      ),
    );
  }, limits.seconds * 1000);
  const memory = setInterval(() => {
    if (residentBytes(child.pid) > limits.memoryBytes) over.reject(outOfMemory(limits.memoryBytes, fetching));
  }, POLL_MS);
  return {
    over: over.promise,
    fetching(packages: readonly string[]) {
      fetching = packages;
    },
    stop() {
      clearTimeout(clock);
      clearInterval(memory);
    },
  };
}

/** Kills the process group, which includes all processes that the process has started. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Resident memory of a process in bytes (proc(5)); 0 without /proc or without such a process. */
function residentBytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const errorOf = ({ code, message, field }: Report & { type: "failed" }) =>
  new GantryError(code, message, field === undefined ? {} : { field });

function outOfMemory(bytes: number, fetching: readonly string[]): GantryError {
  const reading = fetching.length === 0 ? "" : `, while ${listed(fetching)} was read`;
  return new GantryError(
    "DependencyRefused",
    `The app's dependencies need more than ${inMegabytes(bytes)} of memory to be resolved${reading}.`,
    { field: "package.json" },
  );
}

const unavailable = (what: string, cause: Error) =>
  new GantryError("EnvironmentFailure", `The process that installs dependencies ${what}.`, { cause });

function listed(packages: readonly string[]): string {
  const names = packages.slice(0, MOST_NAMED).map((name) => `'${printableLine(name)}'`);
  return `${names.join(", ")}${packages.length > MOST_NAMED ? " and others" : ""}`;
}

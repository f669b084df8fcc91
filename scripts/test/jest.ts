import { spawn } from "node:child_process";
import { join } from "node:path";

const JEST = "node_modules/jest/bin/jest.js";
/** Jest's messages if a process, a socket or a timer is left open: for a worker, and for itself. */
const FORCED = "failed to exit gracefully";
const HANGING = "Jest did not exit";

/** How a run of jest ended. */
export interface Ended {
  /** Jest's exit code; 1 if it did not exit by itself. */
  readonly code: number;
  /** Whether a worker was ended by force: a test left something open, or the machine was busy. */
  readonly forced: boolean;
}

/** Runs Jest in a checkout. A `quiet` run prints its output only if tests fail. */
export async function runJest(
  root: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { quiet = false } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ["--experimental-vm-modules", join(root, JEST), ...args], {
    cwd: root,
    env: { ...process.env, ...(process.stderr.isTTY ? { FORCE_COLOR: "1" } : {}), ...env },
    stdio: ["inherit", quiet ? "ignore" : "inherit", "pipe"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  let tail = "";
  const kept: Buffer[] = [];
  let forced = false;
  let hanging = false;
  child.stderr.on("data", (part: Buffer) => {
    if (quiet) kept.push(part);
    else process.stderr.write(part);
    tail = (tail + part).slice(-1000 - part.length);
    forced ||= tail.includes(FORCED);
    if (!tail.includes(HANGING)) return;
    hanging = true;
    child.kill(); // It would wait forever.
  });
  const code = await new Promise<number>((resolve) => child.once("close", (exit) => resolve(exit ?? 1)));
  if (quiet && code !== 0) process.stderr.write(Buffer.concat(kept));
  return { code: hanging ? 1 : code, forced: forced || hanging };
}

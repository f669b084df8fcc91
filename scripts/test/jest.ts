import { spawn } from "node:child_process";
import { join } from "node:path";

const JEST = "node_modules/jest/bin/jest.js";
/** What jest prints when something outlives the tests, a process, a socket or a timer: of a worker, and of itself. */
const FORCED = "failed to exit gracefully";
const HANGING = "Jest did not exit";

/**
 * Runs jest in a checkout and returns its exit code: 1 too when jest could not end by itself. Jest gives a worker half a
 * second to end, which says nothing on a machine that is busy then.
 */
export async function runJest(
  root: string,
  args: readonly string[],
  isBusy: () => boolean,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const child = spawn(process.execPath, ["--experimental-vm-modules", join(root, JEST), ...args], {
    cwd: root,
    env: { ...process.env, ...(process.stderr.isTTY ? { FORCE_COLOR: "1" } : {}), ...env },
    stdio: ["inherit", "inherit", "pipe"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  let tail = "";
  let forced = false;
  child.stderr.on("data", (part: Buffer) => {
    process.stderr.write(part);
    tail = (tail + part).slice(-1000 - part.length);
    forced ||= tail.includes(FORCED) && !isBusy();
    if (!tail.includes(HANGING)) return;
    forced = true;
    child.kill(); // It would wait for ever.
  });
  const code = await new Promise<number>((resolve) => child.once("close", (exit) => resolve(exit ?? 1)));
  if (forced) console.error("A test left something open: run its file with --detectOpenHandles.");
  return forced ? 1 : code;
}

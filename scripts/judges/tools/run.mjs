import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../../..");

const MOST_MS = 300_000;

/** Runs a program from the repository's root, with `input` on its standard input, and returns its output. */
export function run(command, args, env = {}, input = "") {
  return spawnSync(command, args, {
    cwd: ROOT,
    encoding: "utf8",
    input,
    env: { ...process.env, ...env },
    maxBuffer: 64 * 2 ** 20,
    timeout: MOST_MS,
  });
}

/** Parses the standard output of a program as JSON. Throws its error output if it is not JSON. */
export function runJson(command, args, env = {}) {
  const { stdout, stderr, error } = run(command, args, env);
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${command} failed: ${error?.message ?? `${stderr}${stdout}`.trim()}`);
  }
}

/** Returns the reason why a program failed, in one line. */
export function reasonOf({ stderr, error }) {
  return error?.message ?? stderr.trim().split("\n").at(-1);
}

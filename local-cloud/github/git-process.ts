import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { Readable } from "node:stream";

/** Folders of system programs. */
const PROGRAM_FOLDERS = ["/usr/local/bin", "/usr/bin", "/bin", "/opt/homebrew/bin"];

/** Whether git is installed. If not, a warning is shown at the start. */
export function gitIsInstalled(): boolean {
  return PROGRAM_FOLDERS.some((folder) => {
    try {
      accessSync(join(folder, "git"), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Starts the system's git in a repository. The repository belongs to the local cloud, so its owner is not
 * checked (`safe.directory`), which matters if the data folder is on a mounted volume. Git does not inherit
 * the environment, which contains the keys of the local cloud.
 */
export function spawnGit(args: readonly string[], input?: Readable) {
  const child = spawn("git", ["-c", "safe.directory=*", ...args], {
    env: { PATH: PROGRAM_FOLDERS.join(delimiter), GIT_TERMINAL_PROMPT: "0" },
    stdio: [input ? "pipe" : "ignore", "pipe", "ignore"],
  });
  if (input && child.stdin) {
    child.stdin.on("error", () => {});
    input.on("error", () => child.kill()).pipe(child.stdin);
  }
  return child;
}

/** Returns the output of git. Throws if it fails. */
export async function gitOutput(args: readonly string[]): Promise<Buffer> {
  const child = spawnGit(args);
  const chunks: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`git ${args.join(" ")} ended with ${code}`);
  return Buffer.concat(chunks);
}

import { setTimeout as sleep } from "node:timers/promises";
import { descendants } from "#builder/process/processes.ts";
import { GantryError } from "#core/kernel/errors.ts";

const ROUNDS = 300;
const PAUSE_MS = 10;

/**
 * Ends process trees. The root is stopped before its tree is listed, so that it starts nothing meanwhile;
 * bubblewrap's pid 1 may not yet have asked to die with its parent, so every process is ended by itself.
 * `others` names processes that are not below a root any more.
 */
export async function killTrees(roots: Set<number>, others: () => number[] = () => []): Promise<void> {
  for (const root of roots) send(root, "SIGSTOP");
  for (let round = 0; round < ROUNDS; round++) {
    const alive = [...new Set([...roots].flatMap(descendants).concat(others()))];
    if (alive.length === 0) return roots.clear();
    for (const pid of alive) {
      roots.add(pid);
      send(pid, "SIGKILL");
    }
    await sleep(PAUSE_MS);
  }
  throw new GantryError("EnvironmentFailure", "Processes of the sandbox could not be ended.");
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself since it was listed.
  }
}

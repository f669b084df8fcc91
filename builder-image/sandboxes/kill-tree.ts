import { setTimeout as sleep } from "node:timers/promises";
import { descendants } from "#builder/process/processes.ts";
import { GantryError } from "#core/kernel/errors.ts";

const ROUNDS = 300;
const PAUSE_MS = 10;

/**
 * Kills process trees. Stops the roots before listing their trees, so that they start no new processes. Kills every
 * process individually, because bubblewrap's pid 1 may not have set its parent-death signal yet. `others` returns
 * processes that are no longer below a root. Throws EnvironmentFailure when processes remain.
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
  throw new GantryError("EnvironmentFailure", "Processes of the sandbox could not be killed.");
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // The process has ended since it was listed.
  }
}

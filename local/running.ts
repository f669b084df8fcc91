import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RUNNING_FILE, type Running, runningSchema } from "#core/running.ts";
import { portHolder } from "#local/port-holder.ts";

/** Until then a process that has not opened its port yet is taken to be starting. */
const STARTING_MS = 60_000;

/**
 * Records in the data folder that this process is the Gantry that uses it, until it ends. Returns the one that uses it
 * already, in which case nothing is recorded.
 */
export async function recordRunning(home: string, origin: string): Promise<Running | undefined> {
  const path = join(home, RUNNING_FILE);
  const own: Running = { pid: process.pid, origin, started_at: new Date().toISOString() };
  while (!create(path, own)) {
    const other = read(path);
    if (other && (await isRunning(other))) return other;
    rmSync(path, { force: true }); // Left behind by a process that was killed.
  }
  process.once("exit", () => {
    if (read(path)?.pid === process.pid) rmSync(path, { force: true });
  });
  return undefined;
}

/** A link appears with its content or not at all, and only where there is none. */
function create(path: string, own: Running): boolean {
  const written = `${path}.${own.pid}`;
  writeFileSync(written, `${JSON.stringify(own)}\n`, { mode: 0o600 });
  try {
    linkSync(written, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(written);
  }
}

function read(path: string): Running | undefined {
  try {
    return runningSchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
  } catch {
    return undefined; // It has just gone, or another program wrote it.
  }
}

/** A process with that id may be another one by now: the one that is meant holds its port. */
async function isRunning({ pid, origin, started_at }: Running): Promise<boolean> {
  if (pid === process.pid || !exists(pid)) return false;
  const holder = await portHolder(Number(new URL(origin).port));
  return holder ? holder.pid === pid : Date.now() - Date.parse(started_at) < STARTING_MS;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { RUNNING_FILE, type Running, runningSchema } from "#core/operations/running.ts";
import { portHolder } from "#local/port-holder.ts";
import { createDurably } from "#local-cloud/durable/write-file.ts";

/** A process that has not opened its port is assumed to be starting for this long. */
const STARTING_MS = 60_000;

/** Another process that uses the data folder, or a function that removes the record of this process. */
type Recorded = { readonly other: Running } | { readonly other?: never; readonly release: () => void };

/**
 * Records in the data folder that this process uses it, until `release` or the end of the process. If another
 * process already uses it, nothing is recorded.
 */
export async function recordRunning(home: string, user: Pick<Running, "origin" | "task">): Promise<Recorded> {
  const path = join(home, RUNNING_FILE);
  const own: Running = { pid: process.pid, ...user, started_at: new Date().toISOString() };
  while (!createDurably(path, `${JSON.stringify(own)}\n`)) {
    const other = read(path);
    if (other && (await isRunning(other))) return { other };
    rmSync(path, { force: true }); // Left by a killed process.
  }
  const release = () => {
    process.off("exit", release);
    if (read(path)?.pid === process.pid) rmSync(path, { force: true });
  };
  process.once("exit", release);
  return { release };
}

function read(path: string): Running | undefined {
  try {
    return runningSchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
  } catch {
    return undefined; // It has just gone, or another program wrote it.
  }
}

/** The process id may have been reused: the recorded process holds its port. */
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

import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";

/** A program that listens on a port. */
export interface PortHolder {
  readonly pid: number;
  /** Name of the program, such as `python3`. */
  readonly name: string;
}

const LISTENING = "0A";

/**
 * Returns the program that listens on a TCP port of this machine, or undefined if there is none or it belongs
 * to another user, whose processes cannot be inspected.
 */
export async function portHolder(port: number): Promise<PortHolder | undefined> {
  if (process.platform !== "linux") return askLsof(port);
  const sockets = await listeningSockets(port);
  return sockets.size === 0 ? undefined : findOwner(sockets);
}

/** Returns the listening sockets of a port, by their names in `/proc/<pid>/fd`. */
async function listeningSockets(port: number): Promise<ReadonlySet<string>> {
  const tables = await Promise.all(
    ["/proc/net/tcp", "/proc/net/tcp6"].map((path) => readFile(path, "utf8").catch(() => "")),
  );
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const rows = tables.flatMap((table) => table.trim().split("\n").slice(1));
  // Columns: number, local address, remote address, state, queues, timers, retransmits, user, timeout, inode.
  const cells = rows.map((row) => row.trim().split(/\s+/));
  return new Set(
    cells
      .filter(([, local, , state]) => local?.endsWith(suffix) && state === LISTENING)
      .map((row) => `socket:[${row[9]}]`),
  );
}

async function findOwner(sockets: ReadonlySet<string>): Promise<PortHolder | undefined> {
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const files = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const file of files) {
      const target = await readlink(`/proc/${pid}/fd/${file}`).catch(() => "");
      if (!sockets.has(target)) continue;
      const program = await readlink(`/proc/${pid}/exe`).catch(() => "");
      return { pid: Number(pid), name: basename(program) || "a program" };
    }
  }
  return undefined;
}

async function askLsof(port: number): Promise<PortHolder | undefined> {
  const args = ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"];
  const { stdout } = await promisify(execFile)("lsof", args, { timeout: 5000 }).catch(() => ({ stdout: "" }));
  const pid = /^p(\d+)$/m.exec(stdout)?.[1];
  return pid ? { pid: Number(pid), name: /^c(.+)$/m.exec(stdout)?.[1] ?? "a program" } : undefined;
}

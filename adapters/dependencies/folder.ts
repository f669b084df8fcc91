import { lstat, opendir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { archivePathFault } from "#core/kernel/archive/archive-path.ts";
import type { ArchiveSource } from "#core/kernel/archive/tar-stream.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { inMegabytes, type Limits } from "./limits.ts";
import type { Order } from "./messages.ts";

const POLL_MS = 100;
/** Limits scanning to about a tenth of the time. */
const REST_FACTOR = 10;

/** Scans the folder while packages are unpacked, and calls `fail` with the first exceeded limit. */
export async function limitFolder(
  { folder, limits }: Order,
  fail: (error: GantryError) => void,
): Promise<void> {
  for (let rest = POLL_MS; ; ) {
    await sleep(rest);
    const started = performance.now();
    try {
      for await (const _ of entriesOf(folder, limits));
    } catch (error) {
      if (error instanceof GantryError) return fail(error);
      // Other errors come from files that were moved in the meantime; the installation reports its own failures.
    }
    rest = Math.max(POLL_MS, (performance.now() - started) * REST_FACTOR);
  }
}

/** All regular files below node_modules, whose code has not been run. Throws DependencyRefused above a limit. */
export async function sourcesOf({ folder, limits }: Order): Promise<ArchiveSource[]> {
  const sources: ArchiveSource[] = [];
  for await (const { path, size, mode } of entriesOf(folder, limits)) {
    if (mode === undefined) continue;
    const name = relative(folder, path).split(sep).join("/");
    const fault = archivePathFault(name);
    if (fault) refuse(`'${packageOf(name)}' contains a file with an invalid path: it ${fault}.`);
    sources.push({ path: name, size, executable: (mode & 0o100) !== 0, read: () => readFile(path) });
  }
  return sources;
}

interface Entry {
  readonly path: string;
  readonly size: number;
  /** Only for regular files. */
  readonly mode?: number;
}

/** All entries below node_modules. Throws DependencyRefused above a limit. */
async function* entriesOf(folder: string, limits: Limits): AsyncGenerator<Entry> {
  const counts = new Map<string, { entries: number; bytes: number }>();
  let entries = 0;
  let bytes = 0;
  for await (const entry of await opendir(join(folder, "node_modules"), { recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const { size, mode } = entry.isFile() ? await lstat(path) : { size: 0, mode: undefined };
    const name = packageOf(relative(folder, path));
    const own = counts.get(name) ?? { entries: 0, bytes: 0 };
    counts.set(name, { entries: own.entries + 1, bytes: own.bytes + size });
    entries++;
    bytes += size;
    if (entries > limits.entries)
      refuse(
        `The app's dependencies are more than ${limits.entries} files and folders, most of them in '${largest(counts, "entries")}'.`,
      );
    if (bytes > limits.bytes)
      refuse(
        `The app's dependencies are larger than ${inMegabytes(limits.bytes)} when unpacked, most of it '${largest(counts, "bytes")}'.`,
      );
    yield { path, size, ...(mode === undefined ? {} : { mode }) };
  }
}

/** The package of a path: the part after the last node_modules. */
function packageOf(path: string): string {
  const [scope = "", name = ""] =
    path
      .split(/(?:^|[\\/])node_modules[\\/]/)
      .at(-1)
      ?.split(/[\\/]/) ?? [];
  return (scope.startsWith("@") ? `${scope}/${name}` : scope).slice(0, 120);
}

function largest<K extends "entries" | "bytes">(
  counts: ReadonlyMap<string, Readonly<Record<K, number>>>,
  by: K,
): string {
  const [most] = [...counts].sort(([, a], [, b]) => b[by] - a[by]);
  return most?.[0] ?? "";
}

function refuse(sentence: string): never {
  throw new GantryError("DependencyRefused", sentence, { field: "package.json" });
}

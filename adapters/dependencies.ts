import { createHash } from "node:crypto";
import { lstat, mkdtemp, opendir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Arborist from "@npmcli/arborist";
import arborist from "@npmcli/arborist/package.json" with { type: "json" };
import { declaredDependencies } from "#core/dependencies/declared.ts";
import { checkLockfile } from "#core/dependencies/lockfile.ts";
import { GantryError } from "#core/errors.ts";
import type { Dependencies } from "#core/ports.ts";
import { type ArchiveSource, packSources } from "./archive.ts";
import { boundedCache } from "./bounded-cache.ts";
import { dependencyError } from "./dependency-error.ts";

/** The registry npm uses when nothing is configured, which lock files name even for packages of a mirror. */
const NPM_REGISTRY = new Arborist({}).registry;
const MB = 2 ** 20;
/** What packages may come to, and what is kept of earlier downloads. A function's disk must hold both. */
export const DISK = { files: 60_000, bytes: 600 * MB, cacheBytes: 384 * MB } as const;

/** The machine that will run the packages, which need not be this one. */
interface BuilderPlatform {
  readonly os: string;
  readonly cpu: string;
  readonly libc?: string;
  /** `process.versions.modules` of its Node. */
  readonly abi: string;
}

export interface DependencyOptions {
  readonly registry?: string | undefined;
  /** Folder for downloaded packages, shared by all resolutions. */
  readonly cacheDir: string;
  /** Bytes above which that folder is emptied before it is used again. */
  readonly cacheBytes?: number;
  /** Default: this machine's. */
  readonly platform?: BuilderPlatform;
  /** Limit of each call. */
  readonly seconds?: number;
}

/**
 * npm's own resolver and unpacker, with every way to run a package's code or to fetch from anywhere but the
 * registry closed: no scripts, no git, no URL, no file, no folder, no links of commands. Throws
 * DependencyRefused for what the app asks, EnvironmentFailure for what the registry or this machine does.
 */
export function createDependencyInstaller(options: DependencyOptions): Dependencies {
  const { registry = NPM_REGISTRY, platform = thisPlatform(), cacheDir, seconds = 90 } = options;
  const withCache = boundedCache(cacheDir, options.cacheBytes ?? DISK.cacheBytes);
  const resolver = (path: string) => createArborist({ path, registry, platform, cacheDir });
  return {
    async resolve(packageJson) {
      const declared = declaredDependencies(packageJson);
      if (declared === null) return null;
      const lockfile = await inFolder(declared, seconds, async (folder) => {
        const tree = await withCache(() => resolver(folder).buildIdealTree());
        if (!tree.meta) throw new TypeError("the resolver gave no lockfile");
        return `${JSON.stringify(tree.meta.commit(), null, 2)}\n`;
      });
      checkLockfile(lockfile, [registry, NPM_REGISTRY]);
      return { key: layerKey(lockfile, platform), lockfile };
    },
    async pack(packageJson, lockfile) {
      const declared = declaredDependencies(packageJson);
      if (declared === null)
        throw new GantryError("DependencyRefused", "The app has no dependencies to pack.");
      checkLockfile(lockfile, [registry, NPM_REGISTRY]);
      return inFolder(declared, seconds, async (folder) => {
        await writeFile(join(folder, "package-lock.json"), lockfile);
        await withCache(() => resolver(folder).reify({ save: false }));
        return packSources(await sourcesOf(folder));
      });
    },
  };
}

function thisPlatform(): BuilderPlatform {
  const header = (process.report.getReport() as { header: { glibcVersionRuntime?: string } }).header;
  const libc = header.glibcVersionRuntime === undefined ? "musl" : "glibc";
  return {
    os: process.platform,
    cpu: process.arch,
    abi: process.versions.modules,
    ...(process.platform === "linux" ? { libc } : {}),
  };
}

function layerKey(lockfile: string, { os, cpu, libc, abi }: BuilderPlatform): string {
  return createHash("sha256")
    .update(JSON.stringify([lockfile, arborist.version, abi, os, cpu, libc ?? null]))
    .digest("hex");
}

interface ArboristOptions {
  readonly path: string;
  readonly registry: string;
  readonly platform: BuilderPlatform;
  readonly cacheDir: string;
}

function createArborist({ path, registry, platform, cacheDir }: ArboristOptions): Arborist {
  const closed = {
    allowGit: "none",
    allowRemote: "none",
    allowFile: "none",
    allowDirectory: "none",
    os: platform.os,
    cpu: platform.cpu,
    ...(platform.libc === undefined ? {} : { libc: platform.libc }),
    retry: { retries: 1, factor: 1, minTimeout: 500, maxTimeout: 2000 },
    timeout: 20_000,
    audit: false,
    fund: false,
  };
  return new Arborist({
    path,
    registry,
    cache: cacheDir,
    ignoreScripts: true,
    binLinks: false,
    packageLock: true,
    ...closed,
  });
}

async function inFolder<T>(
  declared: object,
  seconds: number,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "gantry-dependencies-"));
  const timer = new AbortController();
  const late = sleep(seconds * 1000, undefined, { signal: timer.signal }).then(() => {
    throw new GantryError("EnvironmentFailure", `Installing dependencies took longer than ${seconds} s.`);
  });
  try {
    await writeFile(
      join(folder, "package.json"),
      JSON.stringify({ name: "app", version: "0.0.0", ...declared }),
    );
    return await Promise.race([work(folder), late]);
  } catch (error) {
    throw dependencyError(error);
  } finally {
    timer.abort();
    late.catch(() => undefined);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Every regular file below node_modules. Nothing in it has ever run. */
async function sourcesOf(folder: string): Promise<ArchiveSource[]> {
  const sources: ArchiveSource[] = [];
  let bytes = 0;
  for await (const entry of await opendir(join(folder, "node_modules"), { recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size, mode } = await lstat(path);
    bytes += size;
    if (sources.length >= DISK.files || bytes > DISK.bytes)
      throw new GantryError("DependencyRefused", "The app's dependencies are too large.", {
        field: "package.json",
      });
    sources.push({
      path: relative(folder, path),
      size,
      executable: (mode & 0o100) !== 0,
      read: () => readFile(path),
    });
  }
  return sources;
}

// Completes package-lock.json: `npm ci` refuses a lock without an entry for every optional package, and npm
// omits those that the registry did not offer when the lock was written (mostly binaries of other platforms).
// Run it after each change of dependencies: `node scripts/run.mjs scripts/complete-lock.ts`.
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const lockFile = join(dirname(dirname(fileURLToPath(import.meta.url))), "package-lock.json");
const run = promisify(execFile);

const SYSTEMS = "aix android darwin freebsd linux netbsd openbsd openharmony sunos win32".split(" ");
const CPUS = "arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64".split(" ");
const C_LIBRARIES: Readonly<Record<string, string>> = {
  gnu: "glibc",
  gnueabihf: "glibc",
  musl: "musl",
  musleabihf: "musl",
};

interface Entry extends Partial<Platform> {
  readonly version?: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** package-lock.json of lockfileVersion 3: entries by their folder. */
interface Lock {
  packages: Record<string, Entry>;
}

interface Missing {
  readonly name: string;
  readonly version: string;
  /** Whether only development packages depend on it. */
  readonly dev: boolean;
}

interface Platform {
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly libc?: readonly string[];
}

/** Returns the optional packages that entries of a lock name and that have no entry. */
export function missingPackages({ packages }: Lock): Missing[] {
  const found = new Map<string, Missing>();
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isResolved(packages, path, name)) continue;
      const dev = (found.get(name)?.dev ?? true) && Boolean(entry.dev);
      found.set(name, { name, version, dev });
    }
  }
  return [...found.values()];
}

/** Resolves as Node does: beside the package, then in each parent folder. */
function isResolved(packages: Lock["packages"], path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (`${folder ? `${folder}/` : ""}node_modules/${name}` in packages) return true;
    if (folder === "") return false;
  }
}

/**
 * Returns the platform in the name of a binary package: `@swc/core-linux-arm-gnueabihf` is `{ os: ["linux"],
 * cpu: ["arm"], libc: ["glibc"] }`. Throws for a name without operating system and processor.
 */
export function platformOf(name: string): Platform {
  const words = name.split("/").at(-1)?.split("-") ?? [];
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => CPUS.includes(word));
  if (!os || !cpu) throw new Error(`The name ${name} does not contain a platform.`);
  const libc = C_LIBRARIES[words.at(-1) ?? ""];
  return { os: [os], cpu: [cpu], ...(libc && os === "linux" ? { libc: [libc] } : {}) };
}

/**
 * Returns an entry with its fields in npm's order; platform and digest come from the registry if it has the
 * version.
 */
async function entryFor({ name, version, dev }: Missing): Promise<Entry> {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    throw new Error(`${name} is required as ${version}: only an exact version can be completed.`);
  const { os, cpu, libc, integrity } = { ...platformOf(name), ...(await published(name, version)) };
  return {
    version,
    ...(integrity && { integrity }),
    cpu,
    ...(dev && { dev }),
    ...(libc && { libc }),
    optional: true,
    os,
  };
}

async function published(name: string, version: string): Promise<Partial<Platform & Entry>> {
  try {
    const { stdout } = await run("npm", [
      "view",
      `${name}@${version}`,
      "os",
      "cpu",
      "libc",
      "dist",
      "--json",
    ]);
    const { os, cpu, libc, dist } = JSON.parse(stdout);
    return JSON.parse(JSON.stringify({ os, cpu, libc, integrity: dist?.integrity }));
  } catch {
    return {};
  }
}

async function complete() {
  const lock: Lock = JSON.parse(readFileSync(lockFile, "utf8"));
  const missing = missingPackages(lock);
  for (const each of missing) lock.packages[`node_modules/${each.name}`] = await entryFor(each);
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
  );
  if (missing.length > 0) writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  const digests = missing.filter(({ name }) => lock.packages[`node_modules/${name}`]?.integrity).length;
  console.log(`package-lock.json: ${missing.length} packages added, ${digests} of them with their digest`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await complete();

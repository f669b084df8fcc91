import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { boundedCache } from "#adapters/cache/bounded-cache.ts";
import { declaredDependencies } from "#core/factory/dependencies/declared.ts";
import type { Dependencies } from "#core/factory/dependencies/dependencies.ts";
import { LIMITS, type Limits } from "./limits.ts";
import type { BuilderPlatform } from "./messages.ts";
import { runProcess } from "./run-process.ts";
import { inFolder } from "./work-folder.ts";

/** Variables of npm and Node for network access; the only ones that are passed to the process. */
const PROXIES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"] as const;
const NETWORK = [...PROXIES, "NO_PROXY", "no_proxy", "NODE_EXTRA_CA_CERTS", "NODE_USE_SYSTEM_CA"] as const;

export interface DependencyOptions {
  readonly registry?: string | undefined;
  /** Folder for downloaded packages, shared by all installations. */
  readonly cacheDir: string;
  /** Default: this machine's. */
  readonly platform?: BuilderPlatform;
  /** Folder for the temporary folders of installations; default: the system's temporary folder. */
  readonly workDir?: string;
  readonly network?: Readonly<Partial<Record<(typeof NETWORK)[number], string | undefined>>>;
  readonly limits?: Partial<Limits>;
}

/**
 * Resolves and packs dependencies with npm's libraries, in a limited process without credentials that runs no package
 * code. Throws DependencyRefused for faults of the app's dependencies, EnvironmentFailure for failures of the registry
 * or this machine.
 */
export function createDependencyInstaller(options: DependencyOptions): Dependencies {
  const { registry, cacheDir, platform = thisPlatform(), workDir = tmpdir(), network = {} } = options;
  const limits = { ...LIMITS, ...options.limits };
  const withCache = boundedCache(cacheDir, limits.cacheBytes);
  const env = Object.fromEntries(NETWORK.flatMap((name) => (network[name] ? [[name, network[name]]] : [])));
  const proxied = PROXIES.some((name) => network[name]);
  return {
    async provide(packageJson, isKnown) {
      const declared = declaredDependencies(packageJson);
      if (declared === null) return null;
      return withCache(() =>
        inFolder(workDir, async (folder) => {
          await mkdir(cacheDir, { recursive: true });
          const order = { declared, registry, platform, folder, cacheDir, limits, proxied };
          return runProcess(order, env, isKnown);
        }),
      );
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

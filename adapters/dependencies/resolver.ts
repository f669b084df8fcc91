import { createHash } from "node:crypto";
import Arborist from "@npmcli/arborist";
import arborist from "@npmcli/arborist/package.json" with { type: "json" };
import { checkLockfile } from "#core/factory/dependencies/lockfile.ts";
import type { BuilderPlatform, Order } from "./messages.ts";

/** npm's default registry, which lockfiles name even for packages from a mirror. */
export const NPM_REGISTRY = new Arborist({}).registry;

/** Resolves the folder's package.json. Returns the lockfile and the key of the dependency layer. */
export async function resolve(order: Order): Promise<{ key: string; lockfile: string }> {
  const tree = await createArborist(order).buildIdealTree();
  if (!tree.meta) throw new TypeError("the resolver gave no lockfile");
  const lockfile = `${JSON.stringify(tree.meta.commit(), null, 2)}\n`;
  checkLockfile(lockfile, [order.registry ?? NPM_REGISTRY, NPM_REGISTRY]);
  return { key: layerKey(lockfile, order.platform), lockfile };
}

/** Installs the packages of the folder's lockfile into node_modules. */
export async function install(order: Order): Promise<void> {
  await createArborist(order).reify({ save: false });
}

function layerKey(lockfile: string, { os, cpu, libc, abi }: BuilderPlatform): string {
  return createHash("sha256")
    .update(JSON.stringify([lockfile, arborist.version, abi, os, cpu, libc ?? null]))
    .digest("hex");
}

/**
 * npm's resolver and installer, configured so that it neither runs package code nor downloads from outside the
 * registry: no scripts, git, URLs, files, folders or bin links.
 */
function createArborist({ folder, registry = NPM_REGISTRY, platform, cacheDir }: Order): Arborist {
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
    path: folder,
    registry,
    cache: cacheDir,
    ignoreScripts: true,
    binLinks: false,
    packageLock: true,
    ...closed,
  });
}

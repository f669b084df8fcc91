import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { installOnce, MissingTool } from "./install.mjs";
import { reasonOf, run } from "./run.mjs";

/** Installs an npm package from its own lock file, in a folder below `scripts`, and returns its program. */
export function npmTool(environment, name, bin) {
  const { version, install } = npmPackage(environment, name);
  return { version, install: () => join(install(), "node_modules/.bin", bin) };
}

/**
 * Installs an npm package in the same way: `install` returns the folder that contains it in `node_modules`.
 */
export function npmPackage(environment, name) {
  const folder = join(import.meta.dirname, "../..", environment);
  const [manifest, lock] = ["package.json", "package-lock.json"].map((file) =>
    readFileSync(join(folder, file), "utf8"),
  );
  return {
    version: JSON.parse(manifest).dependencies[name],
    install: () => installOnce(environment, manifest + lock, (target) => ci(folder, target)),
  };
}

function ci(from, target) {
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(from, file), join(target, file));
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const installed = run("npm", ["ci", "--prefix", target, ...options]);
  if (installed.status !== 0) throw new MissingTool(`npm ci failed: ${reasonOf(installed)}`);
}

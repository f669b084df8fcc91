import { constants } from "node:fs";
import { cp, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { PACKAGE_FILES } from "#core/web/site.ts";
import type { FunctionName } from "#deployment/functions.ts";

/**
 * Packages that are copied into a function's folder because they cannot be bundled: a browser and its driver.
 */
const COPIED: Partial<Record<FunctionName, readonly string[]>> = {
  verify: ["playwright-core", "@sparticuz/chromium"],
};

/** Packages for other runtimes, which Node never loads. */
const FOREIGN = /^bare-/;
/** Not copied: types, documentation, and Playwright's own pages and command line. */
const SPARED =
  /\.(d\.[cm]?ts|ts|md|map|LICENSE)$|\/playwright-core\/(types|bin|cli\.js|lib\/(vite|tools))(\/|$)/;

/** Copies the files of the web client that come from packages. */
export async function copyPackageFiles(root: string, client: string): Promise<void> {
  for (const [path, packaged] of PACKAGE_FILES) {
    await cp(join(root, "node_modules", packaged), join(client, path));
  }
}

/** Copies the packages that a function needs into its folder, with all their dependencies. */
export async function copyPackages(name: FunctionName, root: string, folder: string): Promise<void> {
  const from = join(root, "node_modules");
  for (const path of await closureOf(COPIED[name] ?? [], from)) {
    const own = join(path, "node_modules"); // Nested packages that are needed are part of the closure.
    await cp(join(from, path), join(folder, "node_modules", path), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (file) => relative(from, file) !== own && !SPARED.test(file.split(sep).join("/")),
    });
  }
}

/** Returns the packages and all their dependencies, as folders of `node_modules`. */
async function closureOf(names: readonly string[], modules: string): Promise<readonly string[]> {
  const folders = new Set<string>();
  const visit = async (name: string, from: string): Promise<void> => {
    if (FOREIGN.test(basename(name))) return;
    const folder = await locate(name, from, modules);
    if (folders.has(folder)) return;
    folders.add(folder);
    const text = await readFile(join(modules, folder, "package.json"), "utf8");
    const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> };
    for (const dependency of Object.keys(dependencies)) await visit(dependency, folder);
  };
  for (const name of names) await visit(name, "");
  return [...folders].sort();
}

/** Resolves a package as Node does from another package's folder: there, or in a parent folder. */
async function locate(name: string, from: string, modules: string): Promise<string> {
  const folder = from === "" ? name : join(from, "node_modules", name);
  const found = await stat(join(modules, folder, "package.json")).catch(() => undefined);
  if (found) return folder;
  if (from === "") throw new TypeError(`The package ${name} is not installed: run npm ci.`);
  const above = dirname(from);
  return locate(name, above === "." ? "" : above, modules);
}

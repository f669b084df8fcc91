import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { npmPackage } from "../judges/tools/npm.mjs";

/** A module of Stryker, installed when it is first needed; `path` begins at its scope. */
export function stryker(path) {
  const packages = join(npmPackage("mutation", "@stryker-mutator/core").install(), "node_modules");
  return import(pathToFileURL(join(packages, "@stryker-mutator", path)));
}

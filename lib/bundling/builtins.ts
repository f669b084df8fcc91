import { isBuiltin } from "node:module";
import type { Plugin } from "esbuild";

/**
 * Loads Node's built-in modules by `process.getBuiltinModule` instead of an import. Importing `node:http`
 * reads all of its exports, one of which loads the whole of `fetch`: most of the start time of a small
 * function. This way, properties that are not read cost nothing.
 */
export const builtins: Plugin = {
  name: "builtins",
  setup(build) {
    build.onResolve({ filter: /^[a-z_:/\d]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path: path.replace(/^node:/, ""), namespace: "builtin" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule("node:${path}");`,
    }));
  },
};

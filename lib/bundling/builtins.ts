import { isBuiltin } from "node:module";
import type { Plugin } from "esbuild";

/**
 * Node's own modules by `process.getBuiltinModule` in place of an import. Importing `node:http` reads every one of
 * its exports, and one of them loads the whole of `fetch`: most of a small function's start. A property that
 * is not read costs nothing this way.
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

import type { BuildOptions } from "esbuild";
import { builtins } from "./builtins.ts";
import { constants } from "./constants.ts";
import { sdkSchemas } from "./sdk-schemas.ts";
import { zodByName } from "./zod-by-name.ts";

/**
 * The esbuild options for bundling a program of this repository into one file. The result contains no path of
 * the machine that bundles: esbuild writes paths relative to `outdir`, which exists only in its result. Older
 * CommonJS packages get what ES modules lack: `require` at run time, and the path of the file.
 */
export function programOptions(root: string) {
  return {
    absWorkingDir: root,
    outdir: "bundles",
    write: false,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // Names a source by the path by which it was reached, even if `node_modules` is a link.
    preserveSymlinks: true,
    minify: true,
    treeShaking: true,
    format: "esm",
    platform: "node",
    target: "node24",
    // Prefers the ES module form of a package, from which unused code can be removed.
    mainFields: ["module", "main"],
    legalComments: "none",
    sourcemap: "external",
    sourcesContent: false,
    metafile: true,
    logLevel: "silent",
    banner: {
      js: 'const require=process.getBuiltinModule("node:module").createRequire(import.meta.url);',
    },
    define: { __dirname: "import.meta.dirname", __filename: "import.meta.filename" },
    plugins: [builtins, sdkSchemas, constants(root), zodByName(root)],
  } as const satisfies BuildOptions;
}

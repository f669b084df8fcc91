import type { BuildOptions } from "esbuild";
import { builtins } from "./builtins.ts";
import { constants } from "./constants.ts";
import { sdkSchemas } from "./sdk-schemas.ts";
import { zodByName } from "./zod-by-name.ts";

/**
 * How programs of this repository become one file each. Nothing of the machine that bundles is in the result: the
 * paths esbuild writes are relative to a folder that only its answer knows. Older packages find what modules lack:
 * `require` while they run, and where they are.
 */
export function programOptions(root: string) {
  return {
    absWorkingDir: root,
    outdir: "bundles",
    write: false,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // A source is named by the way it was reached, also where packages are a link.
    preserveSymlinks: true,
    minify: true,
    treeShaking: true,
    format: "esm",
    platform: "node",
    target: "node24",
    // The modern form of a package first: unlike the other it can be taken in parts.
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

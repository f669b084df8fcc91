import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, type Plugin, transform } from "esbuild";
import { sdkSchemas } from "./sdk-schemas.ts";
import { zodByName } from "./zod-by-name.ts";

/** The oldest Node.js version on which the command runs; also in package.json. */
const TARGET = "node20.12";

/**
 * Writes the command as `gantry.cjs` and the chunks that it loads when a command runs. Node parses even unused code: help
 * needs an eighth of the code, and only `secrets` and `doctor --aws` need the AWS SDK. Chunks are CommonJS, which Node
 * starts faster than modules; esbuild splits modules only, so each chunk is converted afterwards.
 */
export async function bundleCommand(root: string, folder: string): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { gantry: join(root, "cli/main.ts") },
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    splitting: true,
    write: false,
    preserveSymlinks: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: TARGET,
    mainFields: ["module", "main"],
    legalComments: "none",
    logLevel: "error",
    define: {
      "import.meta.dirname": "__dirname",
      // Suppresses the SDK's warning that its next versions need a newer Node: the bundled version does not
      // change.
      "process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED": '"true"',
    },
    plugins: [browserApart, childProcessLater, sdkSchemas, zodByName(root)],
  });
  await mkdir(folder, { recursive: true });
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, { format: "cjs", platform: "node", target: TARGET, minify: true });
    await writeFile(join(folder, basename(path)), code);
  }
}

/** The browser's libraries cannot be bundled. `eval` loads them with the product's own files. */
const browserApart: Plugin = {
  name: "browser-apart",
  setup({ onResolve }) {
    onResolve({ filter: /^#adapters\/browser\/(browser|inspect-page)\.ts$/ }, ({ path }) => ({
      path: path.replace(/^#/, "../").replace(/\.ts$/, ".js"),
      external: true,
    }));
  },
};

/**
 * Loads `node:child_process` when Commander starts a program, which none of our commands makes it do: loading it takes
 * a tenth of the time that help takes.
 */
const childProcessLater: Plugin = {
  name: "child-process-later",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: "child_process", namespace: "later" } : undefined,
    );
    onLoad({ filter: /./, namespace: "later" }, () => ({
      contents: 'exports.spawn = (...given) => require("node:child_process").spawn(...given);',
    }));
  },
};

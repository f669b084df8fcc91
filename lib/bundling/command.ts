import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { sdkSchemas } from "./sdk-schemas.ts";
import { zodByName } from "./zod-by-name.ts";

/** The oldest Node.js version on which the command runs; also in package.json. */
const TARGET = "node20.12";

/**
 * Writes the command as one CommonJS file, which Node starts faster than a module. The AWS SDK is in
 * `aws.cjs` beside it: it is more than half of the code, Node parses even unused code, and only `secrets` and
 * `doctor --aws` need it.
 */
export async function bundleCommand(root: string, folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: { gantry: join(root, "cli/main.ts"), aws: join(root, "cli/aws/aws.ts") },
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    preserveSymlinks: true,
    minify: true,
    format: "cjs",
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
    plugins: [awsApart, browserApart, sdkSchemas, zodByName(root)],
  });
}

const awsApart: Plugin = {
  name: "aws-apart",
  setup({ onResolve }) {
    onResolve({ filter: /^#cli\/aws\/aws\.ts$/ }, () => ({ path: "./aws.cjs", external: true }));
  },
};

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

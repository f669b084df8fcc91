import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import { buildPrograms } from "./build.ts";

/**
 * Writes the build context of the builder's image (the Dockerfile and the builder as one file) to
 * `<out>/builder` and returns that folder.
 */
export async function bundleBuilder(root: string, out: string): Promise<string> {
  const folder = join(out, "builder");
  const { main } = await buildPrograms(root, { main: "builder-image/main.ts" }, { plugins: [linuxOnly] });
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "main.mjs"), main.code);
  await copyFile(join(root, "builder-image/Dockerfile"), join(folder, "Dockerfile"));
  return folder;
}

/** Leaves out the sandbox for macOS, because the image is Linux. */
const linuxOnly: Plugin = {
  name: "linux-only",
  setup(build) {
    build.onResolve({ filter: /^@anthropic-ai\/sandbox-runtime$/ }, ({ path }) => ({
      path,
      namespace: "linux-only",
    }));
    build.onLoad({ filter: /.*/, namespace: "linux-only" }, () => ({
      contents: "export const SandboxManager = undefined;",
    }));
  },
};

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";

/** Modules whose exports are JSON values that are computed from larger inputs. */
const CONSTANT = ["core/factory/mission/definition.ts"];

/**
 * Evaluates these modules during bundling and keeps only the values of their exports, so that no function
 * contains the definition of a state machine, or hashes it at each cold start, to identify it.
 */
export function constants(root: string): Plugin {
  const paths = new Set(CONSTANT.map((path) => join(root, path)));
  return {
    name: "constants",
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (!paths.has(path)) return undefined;
        const exported: Record<string, unknown> = await import(pathToFileURL(path).href);
        return { contents: Object.entries(exported).map(line).join("\n"), loader: "js" };
      });
    },
  };
}

const line = ([name, value]: [string, unknown]) => `export const ${name} = ${JSON.stringify(value)};`;

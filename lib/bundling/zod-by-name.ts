import { readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Plugin } from "esbuild";

const WHOLE = /^import \{ z \} from "zod";$/m;
const NAMESPACE = 'import * as z from "zod";';

/**
 * Names zod's members one by one in the sources below `root`. `import { z }` takes an object that holds all of
 * zod, its languages included; a namespace is the same object, and what is not used of it can be left out.
 */
export function zodByName(root: string): Plugin {
  const packages = join(root, "node_modules") + sep;
  return {
    name: "zod-by-name",
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path.startsWith(packages)) return undefined;
        return { contents: (await readFile(path, "utf8")).replace(WHOLE, NAMESPACE), loader: "ts" };
      });
    },
  };
}

import { readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Plugin } from "esbuild";

const WHOLE = /^import \{ z \} from "zod";$/m;
const NAMESPACE = 'import * as z from "zod";';

/**
 * Replaces `import { z }` by a namespace import in the sources below `root`. `z` is an object that contains
 * all of zod, including its languages; a namespace has the same members, and esbuild can remove those that
 * are not used.
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

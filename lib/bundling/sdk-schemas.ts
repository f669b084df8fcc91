import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

const CONSTANT = /^const (_\w+) = ("[^"]*");$/gm;
const COMPUTED_KEY = /\[(_\w+)\]:/g;

/**
 * Replaces the computed keys in the SDK's tables of operations, `{ [_h]: … }` with `_h` a constant of the
 * same file, by their values. A computed key could run code, so esbuild would otherwise keep the tables of
 * every operation of a service.
 */
export const sdkSchemas: Plugin = {
  name: "sdk-schemas",
  setup(build) {
    build.onLoad({ filter: /@aws-sdk\/client-[^/]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const constants = new Map([...source.matchAll(CONSTANT)].map(([, name, value]) => [name, value]));
      return {
        contents: source.replace(COMPUTED_KEY, (key, name) => `${constants.get(name) ?? key.slice(0, -1)}:`),
      };
    });
  },
};

import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

const CONSTANT = /^const (_\w+) = ("[^"]*");$/gm;
const COMPUTED_KEY = /\[(_\w+)\]:/g;
const REGISTRATION = /^n\d_registry\.registerError\((\w+)\$, \1\);$/gm;

/**
 * The errors that the product tells apart by their class, by SDK client. Clients that are not listed keep all. An error
 * without a class of its own arrives as the service's base exception, with its name and message.
 */
export const DISTINGUISHED: Readonly<Record<string, readonly string[]>> = {
  "client-kms": [],
  "client-ssm": ["InvalidResourceId", "ParameterNotFound"],
};

/**
 * Makes the SDK's tables of a service removable where they are not used. Computed keys, `{ [_h]: … }` with `_h` a constant
 * of the same file, are replaced by their values: a computed key could run code, so esbuild would otherwise keep the
 * tables of every operation. Registrations of errors that the product does not tell apart are left out.
 */
export const sdkSchemas: Plugin = {
  name: "sdk-schemas",
  setup(build) {
    const filter = /@aws-sdk\/(client-[^/]+)\/dist-es\/schemas\/schemas_0\.js$/;
    build.onLoad({ filter }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const constants = new Map([...source.matchAll(CONSTANT)].map(([, name, value]) => [name, value]));
      const kept = DISTINGUISHED[filter.exec(path)?.[1] ?? ""];
      return {
        contents: source
          .replace(COMPUTED_KEY, (key, name) => `${constants.get(name) ?? key.slice(0, -1)}:`)
          .replace(REGISTRATION, (line, name) => (kept && !kept.includes(name) ? "" : line)),
      };
    });
  },
};

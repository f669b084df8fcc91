import { NODE_TEST } from "#core/factory/stacks/node-test.ts";

/** The `package.json` of an app without dependencies. */
export function packageSource(name: string): string {
  const content = {
    name,
    version: "1.0.0",
    private: true,
    type: "module",
    scripts: { test: NODE_TEST.command },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { composeOutput } from "#core/factory/build/output.ts";
import type { StackName } from "#core/factory/stacks/stacks.ts";
import { deploy, type LocalVercel, localVercel, visit } from "./harness.ts";

describe("the output that builds compose", () => {
  let cloud: LocalVercel;
  beforeAll(async () => {
    cloud = await localVercel();
  });
  afterAll(() => cloud.close());

  const tree = (files: Record<string, string>) =>
    Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const deployed = async (
    stack: StackName,
    built: Record<string, string>,
    modules: Record<string, string> = {},
  ) => {
    const files = composeOutput(stack, tree(built), tree(modules));
    const texts = Object.fromEntries(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
    const { url, readyState, errorMessage } = await deploy(cloud.api, stack, texts);
    expect([readyState, errorMessage]).toEqual(["READY", undefined]);
    return async (path: string) => {
      const { status, text } = await visit(cloud.port, url, path);
      return `${status} ${text.split("\n")[0]}`;
    };
  };

  it("is served as the pages of a static site, and its 404", async () => {
    const ask = await deployed("static", { "public/index.html": "home", "public/about/index.html": "about" });
    expect([await ask("/"), await ask("/about"), await ask("/none")]).toEqual([
      "200 home",
      "200 about",
      "404 The page could not be found",
    ]);
  });

  it("is served as a single-page app at every path", async () => {
    const ask = await deployed("vite-react", { "dist/index.html": "app", "dist/assets/a.js": "code" });
    expect([await ask("/assets/a.js"), await ask("/todo/7")]).toEqual(["200 code", "200 app"]);
  });

  it("is served as functions with shared modules, index and dynamic names", async () => {
    const ask = await deployed(
      "node-api",
      {
        "public/index.html": "front",
        "api/index.js": `export default (req, res) => res.send("root");`,
        "api/tasks/[id].js": `import { shout } from "../../src/shout.js"; export default (req, res) => res.send(shout(req.query.id));`,
        "api/_shared.js": "",
      },
      {
        "src/shout.js": `export const shout = (text) => text + "!";`,
        "package.json": `{"type":"module"}`,
      },
    );
    expect([await ask("/"), await ask("/api"), await ask("/api/tasks/7"), await ask("/api/none")]).toEqual([
      "200 front",
      "200 root",
      "200 7!",
      "404 The page could not be found",
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { installViteApp, type ViteApp } from "#test/builder/vite-app.ts";

let app: ViteApp;
beforeAll(async () => {
  app = await installViteApp();
});
afterAll(() => app.close());

describe("a Vite app with real packages", () => {
  it("is built and audited offline", async () => {
    const { result, files } = await app.buildWith([]);
    expect(result).toMatchObject({ verdict: "passed" });
    expect(result.steps.map((step) => step.name)).toEqual(["build", "build", "audit"]);
    expect(files.map((file) => file.path)).toEqual([
      "config.json",
      expect.stringMatching(/^static\/assets\/index-.*\.js$/),
      "static/index.html",
    ]);
    expect(JSON.parse(`${Buffer.from(files[0]!.bytes)}`)).toEqual({
      version: 3,
      routes: [{ handle: "filesystem" }, { src: "/(.*)", dest: "/index.html" }],
    });
    expect(result.output_trees).toEqual({
      before_audit: result.output?.sha256,
      after_audit: result.output?.sha256,
    });
  });
});

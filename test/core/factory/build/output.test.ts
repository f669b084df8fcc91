import { describe, expect, it } from "@jest/globals";
import { composeOutput, isPackageFile, outputOfDraft } from "#core/factory/build/output.ts";

const file = (path: string, text = path) => ({ path, bytes: new TextEncoder().encode(text) });
const json = (files: { path: string; bytes: Uint8Array }[], path: string) =>
  JSON.parse(new TextDecoder().decode(files.find((entry) => entry.path === path)?.bytes));

describe("composeOutput", () => {
  it("serves a static app's folder unchanged", () => {
    const output = composeOutput("static", [file("public/index.html"), file("public/a/b.css")], []);
    expect(output.map((entry) => entry.path)).toEqual(["config.json", "static/a/b.css", "static/index.html"]);
    expect(json(output, "config.json")).toEqual({ version: 3, routes: [{ handle: "filesystem" }] });
  });

  it("makes one function of each module of api/, with the files that it may import", () => {
    const output = composeOutput(
      "node-api",
      [file("public/index.html"), file("api/hello.js"), file("api/users/[id].js"), file("api/_db.js")],
      [file("package.json"), file("node_modules/x/index.js")],
    );
    const paths = output.map((entry) => entry.path);
    expect(paths).toEqual(
      expect.arrayContaining([
        "functions/api/hello.func/.vc-config.json",
        "functions/api/hello.func/api/_db.js",
        "functions/api/hello.func/api/hello.js",
        "functions/api/hello.func/node_modules/x/index.js",
        "functions/api/hello.func/package.json",
        "functions/api/users/[id].func/.vc-config.json",
      ]),
    );
    expect(paths.some((path) => path.includes("_db.func"))).toBe(false);
    expect(json(output, "functions/api/hello.func/.vc-config.json")).toEqual({
      runtime: "nodejs24.x",
      handler: "api/hello.js",
      launcherType: "Nodejs",
      shouldAddHelpers: true,
    });
    expect(json(output, "config.json").routes).toContainEqual({
      src: "^/api/users/([^/]+)$",
      dest: "/api/users/[id]?id=$1",
    });
  });
});

describe("outputOfDraft", () => {
  it("equals the builder's output for stacks without a build", () => {
    const draft = ["public/index.html", "api/hello.js", "lib/a.js", "package.json", "test/a.test.js"].map(
      (path) => file(path),
    );
    const built = draft.filter(({ path }) => /^(public|api)\//.test(path));
    const shared = draft.filter(({ path }) => ["lib/a.js", "package.json"].includes(path));
    expect(outputOfDraft("node-api", draft)).toEqual(composeOutput("node-api", built, shared));
  });

  it("is unknown for stacks with build commands", () => {
    expect(outputOfDraft("vite-react", [file("index.html")])).toBeUndefined();
  });

  it("counts only node_modules of functions as package files", () => {
    expect(isPackageFile("functions/api/hello.func/node_modules/x/index.js")).toBe(true);
    expect(isPackageFile("functions/api/hello.func/lib/a.js")).toBe(false);
    expect(isPackageFile("static/node_modules/x.js")).toBe(false);
  });
});

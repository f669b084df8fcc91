import { describe, expect, it } from "@jest/globals";
import { declaredDependencies } from "#core/factory/dependencies/declared.ts";

const asked = (specifier: unknown, name = "a") => JSON.stringify({ dependencies: { [name]: specifier } });

describe("declaredDependencies", () => {
  it.each(["1.2.3", "^1.0.0", "~2", ">=1 <3", "1.x || 2.x", "*", "", "latest", "next", " ^1.0.0 "])(
    "accepts the registry specifier '%s'",
    (specifier) => {
      expect(declaredDependencies(asked(specifier))).toEqual({ dependencies: { a: specifier.trim() } });
    },
  );

  it.each([
    "git+https://example.com/a.git",
    "git@github.com:a/b.git",
    "github:a/b",
    "a/b",
    "a/b#main",
    "https://example.com/a.tgz",
    "http://169.254.170.2/a.tgz",
    "file:../a",
    "file:/etc",
    "link:../a",
    "workspace:*",
    "npm:b@1.0.0",
    "patch:a@1",
    "../a",
    "./a.tgz",
    "a.tgz",
    "~/a",
    "/etc",
    "catalog:",
    "latest; rm -rf /",
    "\u202e1.0.0",
    "x".repeat(200),
    7,
    null,
    { version: "1" },
  ])("refuses %j, naming the field", (specifier) => {
    expect(() => declaredDependencies(asked(specifier))).toThrow(
      expect.objectContaining({ code: "DependencyRefused", field: "dependencies.a" }),
    );
  });

  it.each([
    "../a",
    "A",
    "@a",
    "a/b",
    "@a/b/c",
    ".bin",
    "a b",
    "_a",
    "node_modules/x",
    "constructor",
    "x".repeat(215),
  ])("refuses the package name '%s'", (name) => {
    expect(() => declaredDependencies(asked("1.0.0", name))).toThrow(
      expect.objectContaining({ code: "DependencyRefused" }),
    );
  });

  it.each([
    ["overrides", { a: "1" }],
    ["resolutions", { a: "1" }],
    ["bundleDependencies", ["a"]],
    ["bundledDependencies", true],
    ["workspaces", ["packages/*"]],
  ])("refuses a package.json that uses '%s'", (field, value) => {
    expect(() => declaredDependencies(JSON.stringify({ [field]: value }))).toThrow(
      expect.objectContaining({ code: "DependencyRefused", field }),
    );
  });

  it("leaves out scripts, hooks and configuration", () => {
    const text = JSON.stringify({
      scripts: { preinstall: "x", postinstall: "y" },
      config: { registry: "http://evil" },
      publishConfig: { registry: "http://evil" },
      devDependencies: { a: "1" },
    });
    expect(declaredDependencies(text)).toEqual({ devDependencies: { a: "1" } });
  });

  it.each(["", "[]", "7", "{", '{"dependencies": []}'])("refuses the package.json '%s'", (text) => {
    expect(() => declaredDependencies(text)).toThrow(expect.objectContaining({ code: "DependencyRefused" }));
  });
});

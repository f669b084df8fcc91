import { describe, expect, it } from "@jest/globals";
import { checkLockfile } from "#core/factory/dependencies/lockfile.ts";

const REGISTRY = "https://packages.example";
const PACKAGE = { version: "1.0.0", resolved: `${REGISTRY}/a/-/1.0.0.tgz`, integrity: "sha512-AAAA" };
const check = (entry: object, path = "node_modules/a") =>
  checkLockfile(JSON.stringify({ packages: { "": {}, [path]: { ...PACKAGE, ...entry } } }), [REGISTRY]);
const refused = (message: string) => expect.objectContaining({ code: "DependencyRefused", message });

describe("checkLockfile", () => {
  it.each<[string, object, string]>([
    ["of the registry with its digest", {}, "node_modules/a"],
    ["with a command of its own", { bin: { a: "a.js" } }, "node_modules/a"],
    [
      "bundled in another one",
      { resolved: undefined, integrity: undefined, inBundle: true },
      "node_modules/a/node_modules/b",
    ],
  ])("accepts a package %s", (_, entry, path) => {
    expect(() => check(entry, path)).not.toThrow();
  });

  it.each(["node", "sh", "npm", "npx", "git", "NODE"])("refuses a command named %s", (bin) => {
    expect(() => check({ bin: { [bin]: "x.js" } })).toThrow(
      refused(`'a' provides a command named '${bin}'.`),
    );
  });

  it("refuses a package whose own name is that of a command", () => {
    expect(() => check({ bin: "x.js" }, "node_modules/@x/sh")).toThrow(
      refused("'@x/sh' provides a command named 'sh'."),
    );
  });

  it.each([
    ["another host", { resolved: "https://elsewhere.example/a.tgz" }],
    ["a file", { resolved: "file:/etc" }],
    ["nowhere", { resolved: undefined }],
    ["a link", { link: true }],
    ["no digest", { integrity: undefined }],
  ])("refuses a package from outside the registry: %s", (_, entry) => {
    expect(() => check(entry)).toThrow(refused("'a' does not come from the registry."));
  });

  it("refuses more than 2,000 packages", () => {
    const packages = Object.fromEntries([...Array(2001).keys()].map((n) => [`node_modules/p${n}`, PACKAGE]));
    expect(() => checkLockfile(JSON.stringify({ packages }), [REGISTRY])).toThrow(
      refused("The app depends on 2001 packages; at most 2000 are allowed."),
    );
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { missingPackages, platformOf } from "../../scripts/complete-lock.ts";

describe("the lock file", () => {
  it("has an entry for every optional package, so that `npm ci` takes it on every platform", () => {
    expect(missingPackages(JSON.parse(readFileSync("package-lock.json", "utf8")))).toEqual([]);
  });

  it("is complete when a package is beside or above the one that names it", () => {
    const lock = (folder: string) => ({
      packages: {
        "node_modules/a/node_modules/b": { optionalDependencies: { "@x/c-linux-arm64": "1.2.3" } },
        [`${folder}node_modules/@x/c-linux-arm64`]: {},
      },
    });
    expect(missingPackages(lock(""))).toEqual([]);
    expect(missingPackages(lock("node_modules/a/"))).toEqual([]);
    expect(missingPackages(lock("node_modules/d/"))).toEqual([
      { name: "@x/c-linux-arm64", version: "1.2.3", dev: false },
    ]);
  });

  it("counts a package as a development package only when nothing else names it", () => {
    const names = { optionalDependencies: { "c-darwin-x64": "1.0.0" } };
    const packages = { "node_modules/a": { dev: true, ...names }, "node_modules/b": names };
    expect(missingPackages({ packages })).toMatchObject([{ dev: false }]);
  });
});

describe("the platform of a binary package", () => {
  it.each([
    ["@biomejs/cli-darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
    ["@swc/core-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
    ["@unrs/resolver-binding-linux-riscv64-musl", { os: ["linux"], cpu: ["riscv64"], libc: ["musl"] }],
    ["@oxc-parser/binding-win32-ia32-msvc", { os: ["win32"], cpu: ["ia32"] }],
    ["@oxc-parser/binding-android-arm-eabi", { os: ["android"], cpu: ["arm"] }],
  ])("of %s is read from its name", (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  it("is unknown for other names", () => {
    expect(() => platformOf("left-pad")).toThrow("does not contain a platform");
  });
});

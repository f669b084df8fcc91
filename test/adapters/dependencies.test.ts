import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { unpackArchive } from "#adapters/archive.ts";
import { createDependencyInstaller } from "#adapters/dependencies.ts";
import { type FakePackage, type FakeRegistry, startRegistry } from "./registry.ts";

let dir: string;
let registry: FakeRegistry;
const LINUX = { os: "linux", cpu: "x64", libc: "glibc", abi: "137" };
const LIMITS = { files: 100, bytes: 1_000_000, file_bytes: 1_000_000 };
const proof = () => join(dir, "proof");
const touch = () => `touch ${proof()}`;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-deps-test-"));
});
afterEach(async () => {
  await registry.close();
  rmSync(dir, { recursive: true, force: true });
});

async function withPackages(packages: FakePackage[]) {
  registry = await startRegistry(packages);
  return createDependencyInstaller({
    registry: registry.url,
    cacheDir: join(dir, "cache"),
    platform: LINUX,
    seconds: 20,
  });
}

const draft = (fields: object) => JSON.stringify({ name: "x", ...fields });

describe("resolving and packing dependencies", () => {
  it("gives no layer for an app without dependencies", async () => {
    const installer = await withPackages([]);
    expect(await installer.resolve(draft({ scripts: { test: "x" } }))).toBeNull();
    expect(registry.requests).toEqual([]);
  });

  it("packs what the app asks for, the same bytes each time, under the same key", async () => {
    const installer = await withPackages([
      {
        name: "a",
        version: "1.0.0",
        manifest: { dependencies: { b: "^1.0.0" } },
        files: { "index.js": "1" },
      },
      { name: "b", version: "1.2.0", files: { "index.js": "2" } },
    ]);
    const app = draft({ dependencies: { a: "latest" } });
    const first = await installer.resolve(app);
    const again = await installer.resolve(
      draft({ dependencies: { a: "latest" }, scripts: { preinstall: "x" } }),
    );
    expect(again).toEqual(first);
    const layer = await installer.pack(app, first!.lockfile);
    expect(Buffer.compare(layer, await installer.pack(app, first!.lockfile))).toBe(0);
    const files = await unpackArchive(layer, LIMITS);
    expect(files.map((file) => file.path)).toEqual([
      "node_modules/.package-lock.json",
      "node_modules/a/index.js",
      "node_modules/a/package.json",
      "node_modules/b/index.js",
      "node_modules/b/package.json",
    ]);
  });

  it.each([
    [1, 2],
    [1_000_000, 1],
  ])(
    "keeps downloads up to a bound: with %i bytes, a package that is packed twice is fetched %i times",
    async (cacheBytes, times) => {
      registry = await startRegistry([{ name: "a", version: "1.0.0", files: { "index.js": "1" } }]);
      const installer = createDependencyInstaller({
        registry: registry.url,
        cacheDir: join(dir, "cache"),
        cacheBytes,
        platform: LINUX,
      });
      const app = draft({ dependencies: { a: "1.0.0" } });
      const { lockfile } = (await installer.resolve(app))!;
      const layers = [await installer.pack(app, lockfile), await installer.pack(app, lockfile)];
      expect(Buffer.compare(layers[0]!, layers[1]!)).toBe(0);
      expect(registry.requests.filter((path) => path.endsWith(".tgz"))).toHaveLength(times);
    },
  );

  it("gives another key for another platform", async () => {
    const installer = await withPackages([{ name: "a", version: "1.0.0" }]);
    const app = draft({ dependencies: { a: "1" } });
    const arm = createDependencyInstaller({
      registry: registry.url,
      cacheDir: join(dir, "cache"),
      platform: { ...LINUX, cpu: "arm64" },
    });
    expect((await arm.resolve(app))?.key).not.toBe((await installer.resolve(app))?.key);
  });

  it("takes the optional packages of the builder's platform only", async () => {
    const optional = (name: string, cpu: string) => ({
      name,
      version: "1.0.0",
      manifest: { cpu: [cpu], os: ["linux"] },
    });
    const installer = await withPackages([
      {
        name: "tool",
        version: "1.0.0",
        manifest: { optionalDependencies: { "tool-x64": "1.0.0", "tool-arm64": "1.0.0" } },
      },
      optional("tool-x64", "x64"),
      optional("tool-arm64", "arm64"),
    ]);
    const app = draft({ dependencies: { tool: "1.0.0" } });
    const { lockfile } = (await installer.resolve(app))!;
    const paths = (await unpackArchive(await installer.pack(app, lockfile), LIMITS)).map((file) => file.path);
    expect(paths).toContain("node_modules/tool-x64/package.json");
    expect(paths).not.toContain("node_modules/tool-arm64/package.json");
  });

  it("runs no script of any package, nor of the app", async () => {
    const scripts = { preinstall: touch(), install: touch(), postinstall: touch(), prepare: touch() };
    const installer = await withPackages([
      {
        name: "evil",
        version: "1.0.0",
        manifest: { scripts, gypfile: true },
        files: { "binding.gyp": "{}" },
      },
    ]);
    const app = draft({ dependencies: { evil: "1.0.0" }, scripts });
    await installer.pack(app, (await installer.resolve(app))!.lockfile);
    expect(existsSync(proof())).toBe(false);
  });

  it.each(["node", "sh", "npm", "npx", "git"])(
    "refuses a package that brings a command named %s",
    async (bin) => {
      const installer = await withPackages([
        { name: "evil", version: "1.0.0", manifest: { bin: { [bin]: "x.js" } }, files: { "x.js": "" } },
      ]);
      await expect(installer.resolve(draft({ dependencies: { evil: "1.0.0" } }))).rejects.toMatchObject({
        code: "DependencyRefused",
        message: `'evil' brings a command named '${bin}'.`,
      });
    },
  );

  it.each([
    ["git", "git+https://example.com/x.git"],
    ["a repository", "someone/something"],
    ["a URL", "https://example.com/x.tgz"],
    ["a file", "file:/etc"],
  ])("refuses a package whose own dependency is %s", async (_, specifier) => {
    const installer = await withPackages([
      { name: "evil", version: "1.0.0", manifest: { dependencies: { inner: specifier } } },
    ]);
    await expect(installer.resolve(draft({ dependencies: { evil: "1.0.0" } }))).rejects.toMatchObject({
      code: "DependencyRefused",
    });
  });

  it("refuses a package whose tarball is said to be elsewhere", async () => {
    const installer = await withPackages([
      { name: "evil", version: "1.0.0", tarball: "http://169.254.170.2/x.tgz" },
    ]);
    await expect(installer.resolve(draft({ dependencies: { evil: "1.0.0" } }))).rejects.toMatchObject({
      code: "DependencyRefused",
      message: "'evil' does not come from the registry.",
    });
  });

  it("refuses a lockfile that was tampered with", async () => {
    const installer = await withPackages([{ name: "a", version: "1.0.0" }]);
    const app = draft({ dependencies: { a: "1.0.0" } });
    const { lockfile } = (await installer.resolve(app))!;
    const forged = lockfile.replace(/"resolved": "[^"]+"/, '"resolved": "file:/etc"');
    await expect(installer.pack(app, forged)).rejects.toMatchObject({ code: "DependencyRefused" });
  });

  it("names the package that the registry does not know", async () => {
    const installer = await withPackages([]);
    await expect(installer.resolve(draft({ dependencies: { nobody: "1.0.0" } }))).rejects.toMatchObject({
      code: "DependencyRefused",
      message: expect.stringContaining("nobody"),
    });
  });

  it("calls a version that does not exist the app's fault", async () => {
    const installer = await withPackages([{ name: "a", version: "1.0.0" }]);
    await expect(installer.resolve(draft({ dependencies: { a: "9.9.9" } }))).rejects.toMatchObject({
      code: "DependencyRefused",
      message: expect.stringContaining("a@9.9.9"),
    });
  });

  it("calls a registry that fails, is gone or is silent the environment's fault", async () => {
    await withPackages([]);
    const installer = createDependencyInstaller({
      registry: registry.url,
      cacheDir: join(dir, "c"),
      seconds: 2,
    });
    const app = draft({ dependencies: { a: "1.0.0" } });
    registry.fail(503);
    await expect(installer.resolve(app)).rejects.toMatchObject({ code: "EnvironmentFailure" });
    registry.hang();
    await expect(installer.resolve(app)).rejects.toMatchObject({ code: "EnvironmentFailure" });
    await registry.close();
    await expect(installer.resolve(app)).rejects.toMatchObject({ code: "EnvironmentFailure" });
  });
});

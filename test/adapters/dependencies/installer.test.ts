import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createDependencyInstaller } from "#adapters/dependencies/installer.ts";
import type { Limits } from "#adapters/dependencies/limits.ts";
import { unpackArchive } from "#adapters/files/archive.ts";
import type { Dependencies } from "#core/factory/dependencies/dependencies.ts";
import { type FakePackage, type FakeRegistry, startRegistry, tarballOf } from "./registry.ts";

let shared: string;
let dir: string;
let registry: FakeRegistry;
const LINUX = { os: "linux", cpu: "x64", libc: "glibc", abi: "137" };
const LIMITS = { files: 100, bytes: 1_000_000, file_bytes: 1_000_000 };
const MB = 2 ** 20;
const proof = () => join(dir, "proof");
const touch = () => `touch ${proof()}`;

beforeAll(() => {
  shared = mkdtempSync(join(tmpdir(), "gantry-deps-cache-"));
});
afterAll(() => rmSync(shared, { recursive: true, force: true }));
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-deps-test-"));
});
afterEach(async () => {
  await registry.close();
  rmSync(dir, { recursive: true, force: true });
});

const installerWith = (limits: Partial<Limits>, cacheDir: string) =>
  createDependencyInstaller({
    registry: registry.url,
    cacheDir,
    workDir: join(dir, "work"),
    platform: LINUX,
    limits,
  });

async function withPackages(packages: FakePackage[], limits: Partial<Limits> = {}, cacheDir = shared) {
  registry = await startRegistry(packages);
  return installerWith(limits, cacheDir);
}

/** The layer, as if nobody had packed it before. */
const pack = async (installer: Dependencies, app: string) =>
  (await installer.provide(app, async () => false))!.archive!;
/** Which layer it would be: nothing is fetched but descriptions. */
const resolve = (installer: Dependencies, app: string) => installer.provide(app, async () => true);

/** Holds up this process: nothing of it runs meanwhile. */
const pause = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

const draft = (fields: object) => JSON.stringify({ name: "x", ...fields });

describe("resolving and packing dependencies", () => {
  it("returns no layer for an app without dependencies", async () => {
    const installer = await withPackages([]);
    expect(await resolve(installer, draft({ scripts: { test: "x" } }))).toBeNull();
    expect(registry.requests).toEqual([]);
  });

  it("packs the app's dependencies as the same bytes under the same key each time", async () => {
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
    const first = await resolve(installer, app);
    const scripted = draft({ dependencies: { a: "latest" }, scripts: { preinstall: "x" } });
    expect(await resolve(installer, scripted)).toEqual(first);
    const layer = await pack(installer, app);
    expect(Buffer.compare(layer, await pack(installer, app))).toBe(0);
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
    [100 * MB, 1],
  ])(
    "caches downloads up to a limit: with %i bytes, a package that is packed twice is fetched %i times",
    async (cacheBytes, times) => {
      const a = { name: "a", version: "1.0.0", files: { "index.js": "1" } };
      const installer = await withPackages([a], { cacheBytes }, join(dir, "cache"));
      const app = draft({ dependencies: { a: "1.0.0" } });
      const layers = [await pack(installer, app), await pack(installer, app)];
      expect(Buffer.compare(layers[0]!, layers[1]!)).toBe(0);
      expect(registry.requests.filter((path) => path.endsWith(".tgz"))).toHaveLength(times);
    },
  );

  it("receives the whole layer even when this process is too busy to read it for seconds", async () => {
    const content = randomBytes(3 * MB).toString("latin1");
    const big: FakePackage = { name: "big", version: "1.0.0", files: { "data.txt": content } };
    const sent = (response: ServerResponse) =>
      // By the end of the pause the process has packed all, and could write only a part.
      response.end(tarballOf(big), () => setTimeout(pause, 100, 3000));
    const installer = await withPackages([{ ...big, sendTarball: sent }]);
    const archive = await pack(installer, draft({ dependencies: { big: "1.0.0" } }));
    const files = await unpackArchive(archive, { ...LIMITS, bytes: 8 * MB, file_bytes: 8 * MB });
    expect(files.map(({ path }) => path)).toContain("node_modules/big/data.txt");
  });

  it("returns another key for another platform", async () => {
    const installer = await withPackages([{ name: "a", version: "1.0.0" }]);
    const app = draft({ dependencies: { a: "1" } });
    const arm = createDependencyInstaller({
      registry: registry.url,
      cacheDir: shared,
      platform: { ...LINUX, cpu: "arm64" },
    });
    expect((await resolve(arm, app))?.key).not.toBe((await resolve(installer, app))?.key);
  });

  it("packs only the builder platform's optional packages", async () => {
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
    const paths = (await unpackArchive(await pack(installer, app), LIMITS)).map((file) => file.path);
    expect(paths).toContain("node_modules/tool-x64/package.json");
    expect(paths).not.toContain("node_modules/tool-arm64/package.json");
  });

  it("runs no script of any package or of the app", async () => {
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
    await pack(installer, app);
    expect(existsSync(proof())).toBe(false);
  });

  it("refuses a lockfile with a package that has a command named node", async () => {
    const installer = await withPackages([
      { name: "evil", version: "1.0.0", manifest: { bin: { node: "x.js" } }, files: { "x.js": "" } },
    ]);
    await expect(resolve(installer, draft({ dependencies: { evil: "1.0.0" } }))).rejects.toMatchObject({
      code: "DependencyRefused",
      message: "'evil' provides a command named 'node'.",
    });
  });

  it.each([
    ["git", "git+https://example.com/x.git"],
    ["a repository", "someone/something"],
    ["a URL", "https://example.com/x.tgz"],
    ["a file", "file:/etc"],
  ])("refuses a package whose own dependency is %s", async (_, specifier) => {
    const installer = await withPackages([
      { name: "evil", version: "1.0.0", manifest: { dependencies: { inner: specifier } } },
    ]);
    await expect(resolve(installer, draft({ dependencies: { evil: "1.0.0" } }))).rejects.toMatchObject({
      code: "DependencyRefused",
    });
  });

  it("refuses a package whose tarball is hosted outside the registry", async () => {
    const installer = await withPackages([
      { name: "evil", version: "1.0.0", tarball: "http://169.254.170.2/x.tgz" },
    ]);
    await expect(resolve(installer, draft({ dependencies: { evil: "1.0.0" } }))).rejects.toMatchObject({
      code: "DependencyRefused",
      message: "'evil' does not come from the registry.",
    });
  });

  it("names the package that the registry does not know", async () => {
    const installer = await withPackages([]);
    await expect(resolve(installer, draft({ dependencies: { nobody: "1.0.0" } }))).rejects.toMatchObject({
      code: "DependencyRefused",
      message: expect.stringContaining("nobody"),
    });
  });

  it("reports a version that does not exist as the app's failure", async () => {
    const installer = await withPackages([{ name: "a", version: "1.0.0" }]);
    await expect(resolve(installer, draft({ dependencies: { a: "9.9.9" } }))).rejects.toMatchObject({
      code: "DependencyRefused",
      message: expect.stringContaining("a@9.9.9"),
    });
  });

  it("reports a registry that fails, is unreachable or does not reply as an environment failure", async () => {
    const installer = await withPackages([], { seconds: 5 });
    const app = draft({ dependencies: { a: "1.0.0" } });
    const failure = (message: string) => ({
      code: "EnvironmentFailure",
      message: expect.stringContaining(message),
    });
    registry.fail(503);
    await expect(resolve(installer, app)).rejects.toMatchObject(failure("E503"));
    registry.hang();
    await expect(resolve(installer, app)).rejects.toMatchObject(
      failure("Installing dependencies took longer than 5 s. The registry had not finished sending 'a'."),
    );
    await registry.close();
    await expect(resolve(installer, app)).rejects.toMatchObject(failure("ECONNREFUSED"));
    expect(readdirSync(join(dir, "work"))).toEqual([]);
  });
});

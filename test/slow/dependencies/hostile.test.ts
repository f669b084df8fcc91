import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createDependencyInstaller } from "#adapters/dependencies/installer.ts";
import type { Limits } from "#adapters/dependencies/limits.ts";
import { unpackArchive } from "#adapters/files/archive.ts";
import type { Dependencies } from "#core/factory/dependencies/dependencies.ts";
import { until } from "#test/support/limits.ts";
import {
  type FakePackage,
  type FakeRegistry,
  startRegistry,
  tarballOf,
} from "../../adapters/dependencies/registry.ts";

/** What a registry and the packages of strangers may do to the step that fetches them. */

let dir: string;
let registry: FakeRegistry;
const MB = 2 ** 20;
const A = { name: "a", version: "1.0.0" };
/** Each depends on the next. */
const CHAIN = [...Array(100).keys()].map((n) => ({
  name: `p${n}`,
  version: "1.0.0",
  manifest: { dependencies: { [`p${n + 1}`]: "1" } },
}));
const LIMITS = { files: 100, bytes: 1_000_000, file_bytes: 1_000_000 };
const digestOf = (text: string) => `sha512-${createHash("sha512").update(text).digest("base64")}`;
/** Sends as fast as it is read, until the connection is closed. */
const endless = (response: ServerResponse) => {
  const chunk = Buffer.alloc(64 * 1024, "{");
  const send = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", send);
  send();
};

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-deps-test-"));
});
afterEach(async () => {
  await registry.close();
  rmSync(dir, { recursive: true, force: true });
});

async function withPackages(packages: FakePackage[], limits: Partial<Limits> = {}) {
  registry = await startRegistry(packages);
  return createDependencyInstaller({
    registry: registry.url,
    cacheDir: join(dir, "cache"),
    workDir: join(dir, "work"),
    limits,
  });
}

const APP = JSON.stringify({ dependencies: { a: "1.0.0" } });
/** The layer, as if nobody had packed it before. */
const pack = async (installer: Dependencies) => (await installer.provide(APP, async () => false))!.archive!;
const left = () => readdirSync(join(dir, "work"));

describe("the dependency step", () => {
  describe.each<[string, FakePackage, Partial<Limits>, string]>([
    [
      "a package of too many files",
      { ...A, files: Object.fromEntries([...Array(300).keys()].map((n) => [`f/${n}.js`, ""])) },
      { entries: 100 },
      "The app's dependencies are more than 100 files and folders, most of them in 'a'.",
    ],
    [
      "a package that is too large when unpacked",
      { ...A, files: { "zeros.txt": "0".repeat(3 * MB) } },
      { bytes: 2 * MB },
      "The app's dependencies are larger than 2 MB when unpacked, most of it 'a'.",
    ],
    [
      "packages that lead to ever more packages",
      { ...A, manifest: { dependencies: { p0: "1" } } },
      { packages: 50 },
      "The app's dependencies are more than 50 packages, the limit; 'p49' exceeded it.",
    ],
    [
      "a description that is too large",
      { ...A, sendPackument: (response) => response.end(`{"x":"${"x".repeat(3 * MB)}"}`) },
      { packumentBytes: 2 * MB },
      "The registry's description of 'a' is larger than 2 MB.",
    ],
    [
      "a description without an end",
      { ...A, sendPackument: endless },
      { packumentBytes: 2 * MB },
      "The registry's description of 'a' is larger than 2 MB.",
    ],
    [
      "a package without an end",
      { ...A, sendTarball: endless },
      { tarballBytes: 2 * MB },
      "The package 'a' is larger than 2 MB.",
    ],
    [
      "packages that are too much to download together",
      { ...A, sendTarball: endless },
      { downloadBytes: 2 * MB },
      "The app's dependencies are larger than 2 MB to download; 'a' exceeded the limit.",
    ],
    [
      "a package whose bytes are not what their digest says",
      { ...A, integrity: `sha512-${"a".repeat(86)}==` },
      {},
      "The package 'a' does not match its digest in the registry.",
    ],
    [
      "a package that is not an archive",
      { ...A, sendTarball: (response) => response.end("no archive"), integrity: digestOf("no archive") },
      {},
      "The package 'a' cannot be unpacked.",
    ],
    [
      "a package with a path that is too long",
      { ...A, files: { [`${"d/".repeat(250)}x.js`]: "" } },
      {},
      "'a' contains a file with an invalid path: it must be 1-400 characters long.",
    ],
  ])("refuses %s", (_, hostile, limits, message) => {
    it("with a sentence that names it, and leaves nothing behind", async () => {
      const installer = await withPackages([hostile, ...CHAIN], limits);
      await expect(pack(installer)).rejects.toMatchObject({
        code: "DependencyRefused",
        message,
        field: "package.json",
      });
      expect(left()).toEqual([]);
    });
  });

  it("refuses a package description that needs too much memory to read", async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('{"x":"'), Buffer.alloc(400 * MB, "x")]));
    const installer = await withPackages(
      [{ ...A, sendPackument: (response) => response.setHeader("content-encoding", "gzip").end(bomb) }],
      { memoryBytes: 256 * MB },
    );
    await expect(pack(installer)).rejects.toMatchObject({
      code: "DependencyRefused",
      message: expect.stringContaining("The app's dependencies need more than 256 MB of memory"),
    });
    expect(left()).toEqual([]);
  });

  it("ends at its time limit when a reply is too slow, and names its source", async () => {
    const trickle = (response: ServerResponse) => {
      response.write("{");
      const timer = setInterval(() => response.write(" "), 100);
      response.once("close", () => clearInterval(timer));
    };
    const installer = await withPackages([{ ...A, sendPackument: trickle }], { seconds: 4 });
    await expect(pack(installer)).rejects.toMatchObject({
      code: "EnvironmentFailure",
      message: "Installing dependencies took longer than 4 s. The registry had not finished sending 'a'.",
    });
    expect(left()).toEqual([]);
  });

  it.each(["169.254.169.254", "10.0.0.1", "[::1]"])(
    "does not follow a redirect to %s, which is not on a public network",
    async (host) => {
      const elsewhere = (response: ServerResponse) =>
        response.writeHead(302, { location: `http://${host}:9/latest` }).end();
      const installer = await withPackages([{ ...A, sendTarball: elsewhere }]);
      await expect(pack(installer)).rejects.toMatchObject({
        code: "EnvironmentFailure",
        message: `The registry redirects 'a' to ${host}, which is not a public address.`,
      });
    },
  );

  it("packs no links of a package", async () => {
    const installer = await withPackages([
      { ...A, files: { "index.js": "1" }, links: { passwd: "/etc/passwd" } },
    ]);
    const paths = (await unpackArchive(await pack(installer), LIMITS)).map(({ path }) => path);
    expect(paths).not.toContain("node_modules/a/passwd");
    expect(paths).toContain("node_modules/a/index.js");
  });

  it("refuses a package of 70,000 files at its real limits", async () => {
    const files = Object.fromEntries([...Array(70_000).keys()].map((n) => [`f/${n % 100}/${n}.js`, ""]));
    const installer = await withPackages([{ ...A, files }], { seconds: 600 });
    await expect(pack(installer)).rejects.toMatchObject({
      code: "DependencyRefused",
      message: "The app's dependencies are more than 60000 files and folders, most of them in 'a'.",
    });
    expect(left()).toEqual([]);
  });

  it("ends at its time limit during unpacking, and leaves nothing behind", async () => {
    const files = Object.fromEntries([...Array(10_000).keys()].map((n) => [`f/${n % 100}/${n}.js`, `${n}`]));
    const whole = tarballOf({ ...A, files });
    // The rest of it never comes.
    const begin = (response: ServerResponse) => response.write(whole.subarray(0, whole.length - 100));
    const installer = await withPackages([{ ...A, files, sendTarball: begin }], { seconds: 10 });
    await expect(pack(installer)).rejects.toMatchObject({
      code: "EnvironmentFailure",
      message: "Installing dependencies took longer than 10 s. The registry had not finished sending 'a'.",
    });
    expect(left()).toEqual([]);
  });

  it("keeps nothing of a large description in this process's memory", async () => {
    const peaks: number[] = [];
    for (const size of [MB / 16, 160 * MB]) {
      registry = await startRegistry([{ ...A, sendPackument: (response) => response.end(" ".repeat(size)) }]);
      const program = join(import.meta.dirname, "peak-memory.ts");
      const { stdout } = await promisify(execFile)(process.execPath, [program, registry.url, join(dir, "c")]);
      peaks.push(Number(stdout));
      await registry.close();
    }
    const [control = 0, peak = 0] = peaks;
    expect(peak / control).toBeLessThan(1.25);
  });

  it("ends with its parent process, and removes its folder then", async () => {
    const hang = () => undefined;
    registry = await startRegistry([{ ...A, sendPackument: hang }]);
    const program = join(import.meta.dirname, "peak-memory.ts");
    const parent = spawn(process.execPath, [program, registry.url, join(dir, "c"), join(dir, "work")]);
    await until(() => registry.requests.length > 0);
    expect(left()).toHaveLength(1);
    parent.kill("SIGKILL");
    await until(() => left().length === 0);
  });

  it("passes nothing of this process's environment to its process", async () => {
    process.env.AWS_SECRET_ACCESS_KEY_OF_TEST = "secret";
    let environment = "";
    const installer = await withPackages([
      {
        ...A,
        sendPackument: (response) => {
          for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name)))
            if (commandOf(pid).includes("npm-process") && commandOf(pid).includes(dir))
              environment = readFileSync(`/proc/${pid}/environ`, "utf8");
          response.writeHead(404).end("{}");
        },
      },
    ]);
    await expect(pack(installer)).rejects.toMatchObject({ code: "DependencyRefused" });
    delete process.env.AWS_SECRET_ACCESS_KEY_OF_TEST;
    const names = environment.split("\0").map((pair) => pair.split("=")[0]);
    expect(names.filter(Boolean).sort()).toEqual([
      "HOME",
      "NODE_CHANNEL_FD",
      "NODE_CHANNEL_SERIALIZATION_MODE",
      "NODE_COMPILE_CACHE",
    ]);
  });
});

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

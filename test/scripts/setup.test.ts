import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { itUnless, noLinux } from "#test/support/unless.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A checkout with nothing installed, on a machine where `programs` are all there is; each records its calls. */
function checkout(programs: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), "gantry-setup-"));
  folders.push(root);
  const calls = join(root, "calls");
  mkdirSync(join(root, "scripts"));
  mkdirSync(join(root, "bin"));
  copyFileSync("scripts/setup.mjs", join(root, "scripts/setup.mjs"));
  writeFileSync(join(root, "package-lock.json"), "{}");
  for (const [name, body] of Object.entries(programs)) {
    writeFileSync(
      join(root, "bin", name),
      `#!/bin/sh\necho "${name} $*" >> "${calls}"\nPATH=/usr/bin:/bin\n${body}\n`,
    );
    chmodSync(join(root, "bin", name), 0o755);
  }
  return {
    root,
    start(...args: string[]) {
      rmSync(calls, { force: true });
      const { status, stderr } = spawnSync(process.execPath, ["scripts/setup.mjs", ...args], {
        cwd: root,
        env: { PATH: join(root, "bin") },
        encoding: "utf8",
      });
      const called = existsSync(calls) ? readFileSync(calls, "utf8").trim().split("\n") : [];
      return { status, stderr, called };
    },
  };
}

const NPM = `mkdir -p node_modules/.bin && touch node_modules/.bin/node`;
/** Runs what it is given, as where sudo asks for no password. */
const SUDO = `shift; [ "$1" = true ] && exit 0; bin=$1; shift; "$(dirname "$0")/$bin" "$@"`;
const TIMEOUT = `shift 3; bin=$1; shift; "$(dirname "$0")/$bin" "$@"`;

describe("setting up a checkout", () => {
  it("installs npm packages once, and again when the lock has changed", () => {
    const { root, start } = checkout({ npm: NPM, bwrap: "" });
    const install = "npm ci --no-audit --no-fund --loglevel=error";
    expect(start()).toMatchObject({ status: 0, called: [install] });
    expect(start()).toEqual({ status: 0, stderr: "", called: [] });
    writeFileSync(join(root, "package-lock.json"), '{"changed":true}');
    expect(start().called).toEqual([install]);
  });

  it("installs development packages when they are first needed, and keeps production packages in place", () => {
    const { start } = checkout({ npm: NPM, bwrap: "" });
    const quiet = "--no-audit --no-fund --loglevel=error";
    expect(start("--omit=dev").called).toEqual([`npm ci --omit=dev ${quiet}`]);
    expect(start("--omit=dev").called).toEqual([]);
    expect(start().called).toEqual([`npm install --no-save ${quiet}`]);
    expect(start("--omit=dev").called).toEqual([]);
  });

  it("keeps packages that a person installed with npm ci, including development packages", () => {
    const { root, start } = checkout({ npm: NPM, bwrap: "" });
    const packages = {
      "": { version: "1.0.0" },
      "node_modules/cdk": { version: "2.0.0", dev: true },
      "node_modules/other-platform": { version: "1.0.0", optional: true },
    };
    const install = (installed: object) => {
      mkdirSync(join(root, "node_modules/.bin"), { recursive: true });
      writeFileSync(join(root, "node_modules/.bin/node"), "");
      writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages: installed }));
    };
    writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
    install({ "node_modules/cdk": { version: "1.0.0" } });
    expect(start("--omit=dev").called).toHaveLength(1);
    rmSync(join(root, "node_modules"), { recursive: true });
    install({ "node_modules/cdk": packages["node_modules/cdk"] });
    expect(start("--omit=dev").called).toEqual([]);
    expect(start().called).toEqual([]);
  });

  it("ends with a sentence when npm fails, and tries again the next time", () => {
    const { start } = checkout({ npm: "exit 1", bwrap: "" });
    for (const { status, stderr, called } of [start(), start()]) {
      expect({ status, calls: called.length }).toEqual({ status: 1, calls: 1 });
      expect(stderr).toContain("`npm ci` failed");
    }
  });

  itUnless(noLinux)("tries to install a sandbox once a day when it fails, and prints the remedy", () => {
    const { root, start } = checkout({ npm: NPM, sudo: SUDO, timeout: TIMEOUT, "apt-get": "exit 100" });
    const tries = ({ called }: ReturnType<typeof start>) =>
      called.filter((call) => call.startsWith("apt-get"));
    const first = start();
    expect(first.status).toBe(0);
    expect(tries(first)).toEqual(["apt-get update -qq"]);
    expect(first.called).toContain("timeout -s KILL 120 apt-get update -qq");
    const second = start();
    expect(tries(second)).toEqual([]);
    for (const { stderr } of [first, second])
      expect(stderr).toContain("run: sudo apt-get update -qq && sudo apt-get install -y -qq bubblewrap");
    const yesterday = Date.now() / 1000 - 25 * 3600;
    utimesSync(join(root, "node_modules/.gantry-sandbox-tried"), yesterday, yesterday);
    expect(tries(start())).toEqual(["apt-get update -qq"]);
  });

  itUnless(noLinux)("prints no warning where builds have a sandbox other than bubblewrap", () => {
    const { root, start } = checkout({ npm: NPM, sudo: SUDO, "apt-get": "exit 100" });
    writeFileSync(join(root, "bin/setpriv"), "");
    const isRoot = process.getuid?.() === 0;
    expect(start().stderr.includes("no sandbox is available")).toBe(!isRoot);
  });
});

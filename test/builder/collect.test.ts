import { spawnSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { collect } from "#builder/collect.ts";

const LIMITS = { files: 20, bytes: 1000, file_bytes: 500 };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "gantry-collect-"));
  mkdirSync(join(root, "dist"));
  writeFileSync(join(root, "dist/index.html"), "hello");
  writeFileSync(join(root, "secret"), "s3cret");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const plant = (name: string) => join(root, "dist", name);
const reasons = () =>
  Object.fromEntries(collect(root, ["dist"], LIMITS).skipped.map((s) => [s.path, s.reason]));

describe("collect", () => {
  it("returns regular files with their mode", () => {
    writeFileSync(plant("run.sh"), "x");
    chmodSync(plant("run.sh"), 0o755);
    const { files, skipped } = collect(root, ["dist"], LIMITS);
    expect(files.map(({ path, mode }) => [path, mode])).toEqual([
      ["dist/index.html", "100644"],
      ["dist/run.sh", "100755"],
    ]);
    expect(skipped).toEqual([]);
  });

  it.each([
    ["a file outside", "../secret"],
    ["a secret of the system", "/etc/shadow"],
    ["the whole file system", "/"],
    ["a process", "/proc/self/environ"],
    ["nothing", "nowhere"],
    ["itself", "link"],
  ])("never follows a link to %s", (_, target) => {
    symlinkSync(target, plant("link"));
    const { files } = collect(root, ["dist"], LIMITS);
    expect(files.map((file) => file.path)).toEqual(["dist/index.html"]);
    expect(reasons()).toEqual({ "dist/link": "symbolic link" });
  });

  it("reports a path longer than the system permits as unreadable", () => {
    const deep = `for (let i = 0; i < 22; i++) { const n = "d".repeat(190); fs.mkdirSync(n); process.chdir(n); }`;
    expect(spawnSync(process.execPath, ["-e", deep], { cwd: join(root, "dist") }).status).toBe(0);
    expect(Object.values(reasons())).toEqual([expect.stringContaining("cannot be read (ENAMETOOLONG)")]);
    spawnSync("rm", ["-rf", join(root, "dist")]);
  });

  it("never follows an output folder that was replaced by a link", () => {
    rmSync(join(root, "dist"), { recursive: true });
    symlinkSync("/etc", join(root, "dist"));
    expect(collect(root, ["dist", "dist/inner"], LIMITS)).toEqual({
      files: [],
      skipped: [
        { path: "dist", reason: "symbolic link" },
        { path: "dist", reason: "symbolic link" },
      ],
    });
  });

  it("leaves out hard links and pipes, and does not block on them", () => {
    linkSync(join(root, "secret"), plant("hard"));
    spawnSync("/bin/sh", ["-c", `mkfifo "${plant("pipe")}"`]);
    expect(reasons()).toEqual({
      "dist/hard": "has more than one name (hard link)",
      "dist/pipe": "not a regular file",
    });
  });

  it("leaves out names with a line break, a backslash or bytes that are not UTF-8", () => {
    writeFileSync(plant("new\nline"), "x");
    writeFileSync(plant("back\\slash"), "x");
    writeFileSync(Buffer.concat([Buffer.from(`${join(root, "dist")}/`), Buffer.from([0x66, 0xff])]), "x");
    expect(collect(root, ["dist"], LIMITS).files).toHaveLength(1);
    expect(Object.keys(reasons())).toHaveLength(3);
  });

  it("enforces the limits on size, number and depth", () => {
    writeFileSync(plant("big"), "x".repeat(501));
    mkdirSync(plant(Array.from({ length: 30 }, () => "d").join("/")), { recursive: true });
    for (let i = 0; i < 30; i++) writeFileSync(plant(`f${i}`), "x");
    const { files, skipped } = collect(root, ["dist"], LIMITS);
    expect(files).toHaveLength(LIMITS.files);
    expect(new Set(skipped.map((entry) => entry.reason))).toEqual(
      new Set(["too large", "nested too deeply", "too many files"]),
    );
  });
});

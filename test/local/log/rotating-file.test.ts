import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openRotatingFile } from "#local/log/rotating-file.ts";

let dir = "";
let path = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-log-"));
  path = join(dir, "logs/gantry.log");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

describe("the log file", () => {
  it("is readable only by its owner, even when it existed before", () => {
    openRotatingFile(path, { maxBytes: 100, keep: 2 }).write("one");
    expect([modeOf(path), modeOf(join(dir, "logs"))]).toEqual(["600", "700"]);
    chmodSync(path, 0o644);
    openRotatingFile(path, { maxBytes: 100, keep: 2 }).write("two");
    expect([modeOf(path), readFileSync(path, "utf8")]).toEqual(["600", "one\ntwo\n"]);
  });

  it("is rotated by size, with a fixed number of files", () => {
    const file = openRotatingFile(path, { maxBytes: 20, keep: 3 });
    for (let line = 1; line <= 9; line++) file.write(`line ${line}`); // 7 bytes each, so two fit
    file.close();
    expect(readdirSync(join(dir, "logs")).sort()).toEqual(["gantry.log", "gantry.log.1", "gantry.log.2"]);
    expect(readFileSync(path, "utf8")).toBe("line 9\n");
    expect(readFileSync(`${path}.1`, "utf8")).toBe("line 7\nline 8\n");
    expect(readFileSync(`${path}.2`, "utf8")).toBe("line 5\nline 6\n");
    expect(modeOf(`${path}.1`)).toBe("600");
  });

  it("accepts a line larger than a file", () => {
    const file = openRotatingFile(path, { maxBytes: 20, keep: 2 });
    file.write("x".repeat(50));
    file.write("y");
    expect(readFileSync(path, "utf8")).toBe("y\n");
  });

  const onLinux = existsSync("/dev/full") ? it : it.skip;
  onLinux("that cannot be written harms nothing, is told once, and goes on when there is room", () => {
    const faults: (string | undefined)[] = [];
    openRotatingFile(path, { maxBytes: 100, keep: 2 }).write("before");
    unlinkSync(path);
    symlinkSync("/dev/full", path); // A disk without room: every write is ENOSPC.
    const file = openRotatingFile(path, { maxBytes: 100, keep: 2, onFault: ({ code }) => faults.push(code) });
    file.write("lost");
    file.write("lost");
    expect(faults).toEqual(["ENOSPC"]);
    file.close();
    unlinkSync(path);
    file.write("after");
    expect(readFileSync(path, "utf8")).toBe("after\n");
    expect(faults).toEqual(["ENOSPC"]);
  });

  it("without a folder causes no error", () => {
    writeFileSync(join(dir, "logs"), "");
    const faults: (string | undefined)[] = [];
    const file = openRotatingFile(path, { maxBytes: 100, keep: 2, onFault: ({ code }) => faults.push(code) });
    file.write("lost");
    expect(faults).toEqual(["EEXIST"]);
  });
});

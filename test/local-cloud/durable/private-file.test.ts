import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { privateFile } from "#local-cloud/durable/private-file.ts";

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-private-"));
  path = join(dir, "keys", "key.json");
});
afterEach(() => rmSync(dir, { recursive: true }));

const file = () => privateFile<{ key: string }>(path, "a new key is made");

describe("a private file", () => {
  it("returns the last saved content, is readable only by its owner, and leaves no other file", () => {
    expect(file().load()).toBeUndefined();
    file().save({ key: "one" });
    file().save({ key: "two\n" });
    expect(file().load()).toEqual({ key: "two\n" });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dir, "keys"))).toEqual(["key.json"]);
  });

  it("is refused with its path when a folder is in its place", () => {
    mkdirSync(path, { recursive: true });
    expect(() => file().load()).toThrow(`${path} must be a file and is a folder: move it away.`);
  });

  it.each([
    ["nothing in it", () => truncateSync(path, 0), "it is empty"],
    ["its end cut off", () => truncateSync(path, 20), "it is truncated or was changed"],
    ["other JSON in it", () => writeFileSync(path, "null\n"), "it is truncated or was changed"],
    [
      "one other character",
      () => writeFileSync(path, readFileSync(path, "utf8").replace("one", "0ne")),
      "its checksum is wrong",
    ],
  ])("is refused with %s, with its path and the remedy", (_, damage, reason) => {
    file().save({ key: "one" });
    damage();
    expect(() => file().load()).toThrow(
      `${path} is damaged: ${reason}. Restore the data folder from a backup, or move this file away: a new key is made.`,
    );
  });
});

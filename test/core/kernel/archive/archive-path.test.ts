import { describe, expect, it } from "@jest/globals";
import { archivePathFault } from "#core/kernel/archive/archive-path.ts";

describe("a path of an archive", () => {
  it.each([
    "a",
    "a/b.txt",
    ".env",
    "..a/b..",
    "a b/é/日本",
    "node_modules/@scope/x/-y",
    "a/C:",
    "a".repeat(400),
  ])("%j may be unpacked", (path) => {
    expect(archivePathFault(path)).toBeUndefined();
  });

  it.each([
    ["", "must be 1-400 characters long"],
    ["a".repeat(401), "must be 1-400 characters long"],
    ["/etc/x", "must be relative"],
    ["C:x", "must be relative"],
    ["z:/x", "must be relative"],
    ["a\\b", "must use '/' as separator"],
    ["a\nb", "must not contain control characters"],
    ["a\u0085b", "must not contain control characters"],
    ["a//b", "must not contain empty, '.' or '..' segments"],
    ["a/", "must not contain empty, '.' or '..' segments"],
    ["./a", "must not contain empty, '.' or '..' segments"],
    ["a/.", "must not contain empty, '.' or '..' segments"],
    ["../a", "must not contain empty, '.' or '..' segments"],
    ["a/../../b", "must not contain empty, '.' or '..' segments"],
  ])("%j %s", (path, why) => {
    expect(archivePathFault(path)).toBe(why);
  });
});

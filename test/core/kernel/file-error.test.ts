import { describe, expect, it } from "@jest/globals";
import { fileError } from "#core/kernel/file-error.ts";

describe("an error of the file system", () => {
  it.each([
    ["ENOENT", "no such file or folder"],
    ["EACCES", "permission denied"],
    ["EPERM", "permission denied"],
    ["EEXIST", "a file with this name already exists"],
    ["EISDIR", "it is a folder"],
    ["ENOTDIR", "part of the path is a file"],
    ["ENOSPC", "the disk is full"],
    ["EROFS", "the disk is read-only"],
    ["EMFILE", "EMFILE"],
  ])("%s is reported as: %s", (code, words) => {
    const error = Object.assign(new Error("x"), { code });
    expect(fileError("a.zip", "read", error)).toBe(`a.zip cannot be read: ${words}`);
    expect(fileError("b.zip", "written", error)).toBe(`b.zip cannot be written: ${words}`);
  });

  it("without a code is not given the reason of another", () => {
    expect(fileError("a.zip", "read", new Error("x"))).toBe("a.zip cannot be read: undefined");
  });
});

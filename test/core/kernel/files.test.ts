import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { checkFiles, fileBytes, fileText, pathFault } from "#core/kernel/files.ts";

const CASES: { good: string[]; bad: [string, string][] } = JSON.parse(
  readFileSync(new URL("../../cases/paths.json", import.meta.url), "utf8"),
);
const LIMITS = { files: 4, bytes: 100, file_bytes: 60 };
const file = (path: string, content = "x") => ({ path, content });

describe("the path of a file", () => {
  it.each(CASES.good)("%j is valid", (path) => expect(pathFault(path)).toBeUndefined());
  it.each(CASES.bad)("%j is invalid: %s", (path, why) => expect(pathFault(path)).toContain(why));
});

describe("the files of a draft", () => {
  it("may be as many and as large as the limits permit", () => {
    const files = [file("a", "x".repeat(60)), file("b", "x".repeat(40)), file("c/d", ""), file("c/e", "")];
    expect(checkFiles(files, LIMITS)).toBeUndefined();
    for (const [limit, lower] of [
      ["files", { files: 3 }],
      ["files", { bytes: 99 }],
      ["files.0.content", { file_bytes: 59 }],
    ] as const)
      expect(() => checkFiles(files, { ...LIMITS, ...lower })).toThrow(
        expect.objectContaining({ field: limit }),
      );
  });

  it.each<[string, { path: string; content: string; encoding?: "base64" }[], string]>([
    ["too many", ["a", "b", "c", "d", "e"].map((path) => file(path)), "files"],
    ["one too large", [file("a"), file("b", "x".repeat(61))], "files.1.content"],
    ["one too large in bytes, not characters", [file("b", "€".repeat(21))], "files.0.content"],
    ["too much in all", [file("a", "x".repeat(60)), file("b", "x".repeat(41))], "files"],
    ["twice the same", [file("a"), file("a")], "files.1.path"],
    ["twice the same but for case", [file("a"), file("A")], "files.1.path"],
    ["a file below a file", [file("a"), file("b"), file("a/b/c")], "files.2.path"],
    ["a file below a file of other case", [file("A/b"), file("a")], "files.0.path"],
    ["a bad path", [file("a"), file("../b")], "files.1.path"],
    ["broken base64", [{ ...file("a", "*"), encoding: "base64" }], "files"],
  ])("are refused with %s", (_, files, field) => {
    expect(() => checkFiles(files, LIMITS)).toThrow(expect.objectContaining({ code: "InvalidDraft", field }));
  });

  it("are never quoted with terminal control characters", () => {
    expect(() => checkFiles([file("\u001b[31m/x")], LIMITS)).toThrow(/'\?\[31m\/x'/);
  });

  it("have the same bytes and text in either encoding", () => {
    expect(fileBytes({ path: "a", content: "€" })).toEqual(new Uint8Array([0xe2, 0x82, 0xac]));
    expect(fileBytes({ path: "a", content: "AP8=", encoding: "base64" })).toEqual(new Uint8Array([0, 255]));
    expect(fileText({ path: "a", content: btoa("eval(1)"), encoding: "base64" })).toBe("eval(1)");
  });
});

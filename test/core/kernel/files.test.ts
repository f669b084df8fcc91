import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { checkFiles, decodeText, fileBytes, fileSchema, fileText, pathFault } from "#core/kernel/files.ts";

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

describe("the reason why a file is refused", () => {
  const messageOf = (files: { path: string; content: string; encoding?: "base64" }[]) => {
    try {
      checkFiles(files, LIMITS, "app.files");
    } catch (error) {
      return [(error as { field?: string }).field, (error as Error).message];
    }
    return undefined;
  };

  it.each<[string, { path: string; content: string; encoding?: "base64" }[], [string, string]]>([
    [
      "the count",
      ["a", "b", "c", "d", "e"].map((path) => file(path)),
      ["app.files", "has 5 files; at most 4 are allowed."],
    ],
    [
      "the size of a file",
      [file("a", "x".repeat(61))],
      ["app.files.0.content", "'a' has 61 bytes; at most 60 are allowed."],
    ],
    [
      "the size of all",
      [file("a", "x".repeat(60)), file("b", "x".repeat(41))],
      ["app.files", "has 101 bytes in total; at most 100 are allowed."],
    ],
    [
      "its path",
      [file("../a")],
      ["app.files.0.path", "'../a' must not contain empty, '.' or '..' segments."],
    ],
    ["a repetition", [file("a"), file("A")], ["app.files.1.path", "'A' is a duplicate."]],
    [
      "a folder",
      [file("a/b/c"), file("A/b")],
      ["app.files.0.path", "'a/b/c' uses another file as a folder."],
    ],
    ["its encoding", [{ ...file("a", "*"), encoding: "base64" }], ["files", "'a' is not valid base64."]],
  ])("names %s", (_, files, reason) => {
    expect(messageOf(files)).toEqual(reason);
  });

  it("shows no more than 80 characters of a path, and none that is not ASCII", () => {
    expect(messageOf([file(`${"x".repeat(79)}é${"y".repeat(40)}`)])?.[1]).toMatch(/^'x{79}\?' must/);
  });
});

describe("a name or folder in a path", () => {
  it.each(["com", "con1", "my.con", "git~", "git~1x", "xgit~1", ".env.local", "com1x", "C/x", "a-", "a~b"])(
    "may be %s",
    (path) => expect(pathFault(path)).toBeUndefined(),
  );

  it.each<[string, string]>([
    ["prn", "must not use the reserved name 'prn'"],
    ["git~12", "must not contain 'git~12'"],
    ["bun.lock", "must not contain 'bun.lock'"],
    ["a\nb", "must consist of plain ASCII letters, digits and ._-@()[]$+,=~"],
    ["/a", "must be relative"],
    ["a\\b", "must use '/' as separator"],
    [Array.from({ length: 13 }, () => "a").join("/"), "must have at most 12 segments"],
    ["a ", "must not have segments that start or end with a space or end with a dot"],
    ["a/./b", "must not contain empty, '.' or '..' segments"],
    ["-a", "must not have segments that start with '-' or '~'"],
    ["a".repeat(201), "must be 1-200 characters long"],
  ])("cannot be %j: it %s", (path, why) => {
    expect(pathFault(path)).toBe(why);
  });
});

describe("a file of a draft", () => {
  it.each<[string, object, boolean]>([
    ["as text", {}, true],
    ["as UTF-8", { encoding: "utf8" }, true],
    ["as base64", { encoding: "base64" }, true],
    ["in another encoding", { encoding: "latin1" }, false],
    ["without a path", { path: "" }, false],
    ["with a path of 200 characters", { path: "a".repeat(200) }, true],
    ["with a path of 201 characters", { path: "a".repeat(201) }, false],
    ["with anything else", { mode: "100755" }, false],
    ["with half of a surrogate pair", { content: "\ud800" }, false],
  ])("%s is taken or not: %j", (_, change, taken) => {
    expect(fileSchema.safeParse({ ...file("a"), ...change }).success).toBe(taken);
  });

  it("has at most as many characters as an image of 10 MB in base64", () => {
    const taken = (length: number) =>
      fileSchema.safeParse({ ...file("a"), content: "x".repeat(length) }).success;
    expect([taken(13_400_000), taken(13_400_001)]).toEqual([true, false]);
  });

  it("that is said to be UTF-8 is what it says", () => {
    const text = { path: "a", content: "eA==", encoding: "utf8" as const };
    expect(fileText(text)).toBe("eA==");
    expect(new TextDecoder().decode(fileBytes(text))).toBe("eA==");
  });
});

describe("bytes as a browser reads them", () => {
  it.each<[string, number[], string]>([
    ["UTF-8", [0xe2, 0x82, 0xac], "€"],
    ["UTF-8 behind its byte order mark", [0xef, 0xbb, 0xbf, 0x61], "a"],
    ["UTF-16, little end first", [0xff, 0xfe, 0xac, 0x20], "€"],
    ["UTF-16, big end first", [0xfe, 0xff, 0x20, 0xac], "€"],
    ["neither, with its first byte as of one", [0xff, 0x61], "\ufffda"],
    ["neither, with its first byte as of the other", [0xfe, 0x61], "\ufffda"],
    ["neither, with its second byte as of one", [0x61, 0xfe], "a\ufffd"],
    ["neither, with its second byte as of the other", [0x61, 0xff], "a\ufffd"],
  ])("are %s", (_, bytes, text) => {
    expect(decodeText(new Uint8Array(bytes))).toBe(text);
  });
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { changedPaths, gitTreeId, type TreeFile, treeEntries, treeSha256 } from "#core/kernel/tree.ts";
import { fc, runs } from "#test/support/property.ts";

let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-tree-"));
  git(["init", "--quiet", "--bare", "--object-format=sha1", "."], "");
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function git(args: string[], input: string | Uint8Array): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  for (const name of ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"])
    delete (env as Record<string, unknown>)[name];
  return execFileSync("git", args, { cwd: dir, env, input, encoding: "utf8" }).trim();
}

/** What git itself makes of the files: an index filled from outside, then `git write-tree`. */
function writeTree(files: readonly TreeFile[]): string {
  const blobs = files.map(({ bytes }, n) => {
    writeFileSync(join(dir, `blob-${n}`), bytes);
    return `blob-${n}\n`;
  });
  const ids = git(["hash-object", "-w", "--no-filters", "--stdin-paths"], blobs.join("")).split("\n");
  const rows = files.map(({ path, mode = "100644" }, n) => `${mode} ${ids[n]}\t${path}\0`);
  rmSync(join(dir, "index"), { force: true });
  git(["update-index", "-z", "--index-info"], rows.join(""));
  return git(["write-tree"], "");
}

/** Names that sort differently as text, as bytes and as folders: 'a', 'a.b', 'a/…', 'a-b', 'ä', 'z😀'. */
const segment = fc.oneof(
  fc.constantFrom("a", "a.b", "a-b", "a0", "A", "b", "src", "src.js", "ä", "z", "z😀", "z\uE000", "_", "~x"),
  fc.stringMatching(/^[a-z0-9]{1,6}$/),
);
const file = fc.record({
  path: fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join("/")),
  bytes: fc.uint8Array({ maxLength: 20 }),
  mode: fc.constantFrom("100644" as const, "100755" as const),
});
/** A set of files that can be on a disk together: no path twice, none below another file. */
const tree = fc.array(file, { minLength: 1, maxLength: 12 }).map((files) => {
  const kept: TreeFile[] = [];
  for (const next of files)
    if (
      !kept.some(
        ({ path }) => `${path}/`.startsWith(`${next.path}/`) || `${next.path}/`.startsWith(`${path}/`),
      )
    )
      kept.push(next);
  return kept;
});

describe("gitTreeId", () => {
  it("equals the output of `git write-tree` for any files", () => {
    fc.assert(
      fc.property(tree, (files) => {
        expect(gitTreeId(files)).toBe(writeTree(files));
      }),
      { numRuns: runs(40) },
    );
  });

  it("sorts a folder as if its name ended with a slash", () => {
    const files = ["a/x", "a.b", "a-b", "a0"].map((path) => ({ path, bytes: Buffer.from(path) }));
    expect(gitTreeId(files)).toBe(writeTree(files));
  });

  it("returns git's id of the empty tree", () => {
    expect(gitTreeId([])).toBe("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
  });

  it("depends on every byte, name and mode, and not on the order of the files", () => {
    fc.assert(
      fc.property(tree, (files) => {
        const id = gitTreeId(files);
        expect(gitTreeId(files.toReversed())).toBe(id);
        const [first, ...rest] = files as [TreeFile, ...TreeFile[]];
        const changes: TreeFile[] = [
          { ...first, bytes: Buffer.concat([first.bytes, Buffer.from([0])]) },
          { ...first, path: `${first.path}~` },
          { ...first, mode: first.mode === "100755" ? "100644" : "100755" },
        ];
        for (const changed of changes) expect(gitTreeId([changed, ...rest])).not.toBe(id);
      }),
      { numRuns: runs(50) },
    );
  });

  it.each([
    ["a file below a file", ["a", "a/b"], /a\/b uses a file as a folder/],
    ["the same the other way round", ["a/b", "a"], /a is a duplicate or also a folder/],
    ["a path given twice", ["a", "a"], /a is a duplicate/],
  ])("refuses %s", (_, paths, message) => {
    expect(() => gitTreeId(paths.map((path) => ({ path, bytes: new Uint8Array() })))).toThrow(message);
  });
});

describe("treeSha256", () => {
  it("is the same for a set of files in any order", () => {
    fc.assert(
      fc.property(tree, (files) => {
        expect(treeSha256(treeEntries(files))).toBe(treeSha256(treeEntries(files).toReversed()));
      }),
      { numRuns: runs(30) },
    );
  });

  it("differs for files of other content, path or mode", () => {
    const one = (path: string, content: string, mode?: "100755") =>
      treeSha256(treeEntries([{ path, bytes: Buffer.from(content), ...(mode ? { mode } : {}) }]));
    const names = [one("a", "x"), one("b", "x"), one("a", "y"), one("a", "x", "100755")];
    expect(new Set(names).size).toBe(4);
  });
});

describe("the entries of a tree", () => {
  it("are its files by path, with digest, size and mode", () => {
    const bytes = Buffer.from("x");
    const sha256 = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
    expect(
      treeEntries([
        { path: "b", bytes, mode: "100755" },
        { path: "a/c", bytes },
        { path: "B", bytes },
      ]),
    ).toEqual([
      { path: "B", sha256, size: 1, mode: "100644" },
      { path: "a/c", sha256, size: 1, mode: "100644" },
      { path: "b", sha256, size: 1, mode: "100755" },
    ]);
  });

  it("are in the same order, whatever the order of the files", () => {
    const paths = ["a", "b", "c", "d"];
    for (const order of [paths, paths.toReversed(), ["b", "d", "a", "c"]])
      expect(
        treeEntries(order.map((path) => ({ path, bytes: new Uint8Array() }))).map(({ path }) => path),
      ).toEqual(paths);
  });

  it("have one digest for ever", () => {
    const entries = ["b", "a"].map((path) => ({
      path,
      sha256: "0".repeat(64),
      size: 1,
      mode: "100644" as const,
    }));
    expect(treeSha256(entries)).toBe("ffb2a0e49dbc0af5ba86fd33bfae5a974e700ac2bd985e6f7271edc86c78cc16");
    expect(treeSha256(entries.map((entry) => ({ ...entry, more: 1 })))).toBe(treeSha256(entries));
  });

  it("that differ between two trees are those added, removed, or of other bytes or mode, by path", () => {
    const tree = (files: Record<string, string>, mode: "100644" | "100755" = "100644") =>
      treeEntries(Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text), mode })));
    const before = tree({ same: "x", removed: "x", changed: "x" });
    expect(changedPaths(before, tree({ same: "x", changed: "y", added: "x" }))).toEqual([
      "added",
      "changed",
      "removed",
    ]);
    expect(changedPaths(tree({ a: "x" }), tree({ a: "x" }, "100755"))).toEqual(["a"]);
    expect(changedPaths(before, before)).toEqual([]);
  });
});

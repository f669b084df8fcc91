import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { encodeHeader, padding } from "#core/kernel/archive/tar.ts";
import { RUNNING_FILE } from "#core/operations/running.ts";
import { backUp } from "#local/backup/backup.ts";
import { readBackup } from "#local/backup/read-backup.ts";
import { restore } from "#local/backup/restore.ts";

const NOW = new Date("2026-11-22T14:15:30Z");
const FILES: Record<string, string> = {
  version: "2\n",
  password: "secret\n",
  "kms/keys.json": "{}",
  "s3/content/ab/abcdef": "x".repeat(70_000),
  "github/repositories/1.git/HEAD": "ref: refs/heads/main\n",
};

let dir: string;
let home: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-backup-"));
  home = join(dir, "home");
  file = join(dir, "backup.tar.zst");
  write(home, FILES);
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(folder: string, files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function read(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, "utf8")];
    }),
  );
}

const restored = (force = false) => restore(home, file, { force, now: NOW });
const remove = () => rmSync(home, { recursive: true });

/** An archive of these entries, as a stranger may make one. */
function forge(entries: Record<string, string>, manifest?: object): void {
  const files = Object.fromEntries(
    Object.entries(entries).map(([path, content]) => [
      path,
      { size: content.length, sha256: createHash("sha256").update(content).digest("hex") },
    ]),
  );
  const told = {
    format: 1,
    gantry: "0.1.0",
    home_version: 2,
    created_at: NOW.toISOString(),
    files,
    ...manifest,
  };
  writeArchive([...Object.entries(entries), ["manifest.json", JSON.stringify(told)]]);
}

function writeArchive(entries: readonly (readonly [string, string])[], change = (tar: Buffer) => tar): void {
  const blocks = entries.flatMap(([path, content]) => {
    const bytes = Buffer.from(content);
    return [
      ...encodeHeader({ path, size: bytes.length, executable: false }),
      bytes,
      Buffer.alloc(padding(bytes.length)),
    ];
  });
  writeFileSync(file, zstdCompressSync(change(Buffer.concat([...blocks, Buffer.alloc(1024)]))));
}

/** Makes the first entry of another type: a link, a device. */
function retyped(tar: Buffer, type: string): Buffer {
  tar.write(type, 156, "latin1");
  tar.write("../../password", 157, "latin1");
  tar.write("        ", 148, "latin1");
  const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  tar.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return tar;
}

describe("a backup of a data folder that is not in use", () => {
  it("restores every data file, readable only by its owner, and nothing else", async () => {
    write(home, {
      "local.log": "line",
      "builds/1/app.js": "",
      "s3/metadata.jsonl.lock": "half",
      "notes.txt": "mine",
    });
    symlinkSync("/etc/passwd", join(home, "s3", "link"));
    expect(await backUp(home, file, NOW)).toBe(statSync(file).size);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    remove();
    const { manifest, aside } = await restored();
    expect(read(home)).toEqual(FILES);
    expect(statSync(join(home, "kms/keys.json")).mode & 0o777).toBe(0o600);
    expect(aside).toBeUndefined();
    expect(manifest).toMatchObject({ format: 1, home_version: 2, gantry: expect.any(String) });
    expect(readdirSync(dir).sort()).toEqual(["backup.tar.zst", "home"]);
  });

  it("is refused with a sentence where the file cannot be written", async () => {
    const nowhere = join(dir, "none/backup");
    await expect(backUp(home, nowhere, NOW)).rejects.toThrow(
      `${nowhere} cannot be written: no such file or folder.`,
    );
  });

  it("is refused where the file exists, and where there is no data", async () => {
    writeFileSync(file, "mine");
    await expect(backUp(home, file, NOW)).rejects.toThrow("exists already");
    await expect(backUp(join(dir, "none"), join(dir, "other"), NOW)).rejects.toThrow("There is no data in");
    expect(readFileSync(file, "utf8")).toBe("mine");
  });
});

describe("a restore", () => {
  it("is refused before any file is written when the data does not fit on the disk", async () => {
    const fresh = join(dir, "fresh");
    const sum = Object.values(FILES).reduce((total, content) => total + content.length, 0);
    for (const room of [
      { bytes: sum - 1, files: 100 },
      { bytes: 10 * sum, files: Object.keys(FILES).length - 1 },
    ]) {
      await expect(readBackup(file, fresh, room)).rejects.toThrow(
        `The data in ${file} does not fit on the disk that holds ${dir}. Nothing was changed.`,
      );
      expect(existsSync(join(fresh, "version"))).toBe(false); // The last of its files, the one too many.
      rmSync(fresh, { recursive: true });
    }
    await readBackup(file, fresh, { bytes: sum, files: Object.keys(FILES).length });
    expect(read(fresh)).toEqual(FILES);
  });

  it("is refused when a single file is larger than the disk", async () => {
    remove();
    const header = Buffer.concat(encodeHeader({ path: "s3/content/bomb", size: 2 ** 50, executable: false }));
    writeFileSync(file, zstdCompressSync(header));
    await expect(restored()).rejects.toThrow("does not fit on the disk");
    expect(readdirSync(dir)).toEqual(["backup.tar.zst"]);
  });

  beforeEach(() => backUp(home, file, NOW).then(() => {}));

  it("keeps existing data unless it is forced, and then moves it aside", async () => {
    write(home, { password: "newer\n" });
    await expect(restored()).rejects.toThrow(/There is data in .* already\. Restore with --force/);
    expect(read(home).password).toBe("newer\n");
    const { aside } = await restored(true);
    expect(aside).toBe(`${home}.before-20261122-141530`);
    expect(read(home)).toEqual(FILES);
    expect(read(String(aside))).toEqual({ ...FILES, password: "newer\n" });
  });

  it("is refused while a Gantry uses the folder", async () => {
    const running = { pid: process.ppid, origin: "http://127.0.0.1:9", started_at: new Date().toISOString() };
    write(home, { [RUNNING_FILE]: JSON.stringify(running) });
    await expect(restored(true)).rejects.toThrow(/Gantry runs at http:\/\/127\.0\.0\.1:9 .*npx \. stop/);
  });

  it.each([
    ["is cut off", () => writeFileSync(file, readFileSync(file).subarray(0, -200))],
    [
      "has one other byte",
      () => {
        const bytes = zstdDecompressSync(readFileSync(file));
        bytes[bytes.indexOf("xxxx")] = 0x79;
        writeFileSync(file, zstdCompressSync(bytes));
      },
    ],
    ["ends before its manifest", () => writeArchive(Object.entries(FILES))],
    ["is not an archive", () => writeFileSync(file, "hello")],
    ["is empty", () => writeFileSync(file, "")],
    ["has a path out of the folder", () => forge({ "s3/../../password": "x" })],
    ["has an absolute path", () => forge({ "/etc/cron.d/x": "x" })],
    ["has a file that is no data", () => forge({ ...FILES, ".bashrc": "x" })],
    ["has a symbolic link", () => writeArchive([["s3/link", ""]], (tar) => retyped(tar, "2"))],
    ["has a hard link", () => writeArchive([["s3/link", ""]], (tar) => retyped(tar, "1"))],
    ["has a device", () => writeArchive([["s3/link", ""]], (tar) => retyped(tar, "3"))],
    [
      "has a file twice",
      () =>
        writeArchive([
          ["version", "2\n"],
          ["version", "3\n"],
        ]),
    ],
    [
      "lacks a file of its manifest",
      () => forge({ version: "2\n" }, { files: { password: { size: 1, sha256: "0" } } }),
    ],
    ["has a file its manifest does not name", () => forge({ version: "2\n" }, { files: {} })],
    ["names __proto__ in its manifest", () => forge(JSON.parse('{"s3/__proto__": "x", "__proto__": "x"}'))],
    ["has a file below a file", () => forge({ "s3/a": "x", "s3/a/b": "x" })],
    ["has a file in place of a folder", () => forge({ "s3/a/b": "x", "s3/a": "x" })],
    ["has a name that is too long", () => forge({ [`s3/${"a".repeat(300)}`]: "x" })],
    ["is of another format", () => forge(FILES, { format: 2 })],
  ])("is refused, and changes nothing, when the file %s", async (_, damage) => {
    remove();
    damage();
    await expect(restored()).rejects.toThrow(
      /backup\.tar\.zst is not a backup that can be restored: .*Nothing was changed/,
    );
    expect(existsSync(home)).toBe(false);
    expect(readdirSync(dir)).toEqual(["backup.tar.zst"]);
  });

  it("is refused with a sentence when a newer Gantry made the file, and when the file does not exist", async () => {
    forge(FILES, { home_version: 99, gantry: "9.0.0" });
    remove();
    await expect(restored()).rejects.toThrow(/newer version of Gantry \(9\.0\.0, format 99/);
    rmSync(file);
    await expect(restored()).rejects.toThrow("there is no such file");
    mkdirSync(file);
    await expect(restored()).rejects.toThrow(`${file} is not a backup that can be restored: it is a folder.`);
    rmSync(file, { recursive: true });
    expect(readdirSync(dir)).toEqual([]);
  });
});

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { HOME_VERSION, openHome } from "#local/home/open-home.ts";
import { readJournal } from "#local-cloud/durable/journal.ts";
import { privateFile } from "#local-cloud/durable/private-file.ts";

/** Journals as they lay in a data folder after its first start, before formats had numbers. */
const FORMAT_1 = fileURLToPath(new URL("../../cases/homes/format-1", import.meta.url));
const KEYS = { keys: [{ id: "k", material: "AAAA" }], aliases: { "alias/a": "k" } };

let home: string;
let log: string[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gantry-home-"));
  log = [];
});
afterEach(() => rmSync(home, { recursive: true }));

const open = () => openHome(home, (line) => log.push(line));
const version = () => readFileSync(join(home, "version"), "utf8");
const journals = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".jsonl"));
const oldEntries = (name: string): unknown[] =>
  readFileSync(join(FORMAT_1, name), "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

function makeFormat1(): void {
  cpSync(FORMAT_1, home, { recursive: true });
  mkdirSync(join(home, "kms"));
  writeFileSync(join(home, "kms", "keys.json"), JSON.stringify(KEYS));
}

function expectCurrent(): void {
  expect(version()).toBe(`${HOME_VERSION}\n`);
  expect(journals(home)).toHaveLength(9);
  for (const name of journals(home)) expect(readJournal(join(home, name), "")).toEqual(oldEntries(name));
  expect(privateFile(join(home, "kms", "keys.json"), "").load()).toEqual(KEYS);
}

describe("a data folder", () => {
  it("has the current format when it is new, even when the command opens it first", async () => {
    writeFileSync(join(home, "sessions.json"), "{}");
    await open();
    await open();
    expect(version()).toBe(`${HOME_VERSION}\n`);
    expect(log).toEqual([]);
  });

  it("without a format number is migrated with everything in it, and reports it once", async () => {
    makeFormat1();
    await open();
    expectCurrent();
    await open();
    expectCurrent();
    const steps = Array.from({ length: HOME_VERSION - 1 }, (_, index) => index + 1);
    expect(log).toEqual(
      steps.map((from) => `Migrated the data in ${home} from format ${from} to format ${from + 1}.`),
    );
  });

  it("is migrated however far a killed process had come", async () => {
    makeFormat1();
    const converted = mkdtempSync(join(tmpdir(), "gantry-home-"));
    cpSync(home, converted, { recursive: true });
    await openHome(converted, () => {});
    const files = [...journals(converted), "kms/keys.json"];
    for (let done = 0; done <= files.length; done++) {
      rmSync(home, { recursive: true });
      mkdirSync(home);
      makeFormat1();
      for (const name of files.slice(0, done)) cpSync(join(converted, name), join(home, name));
      writeFileSync(join(home, "s3", "metadata.jsonl.lock"), "half of i");
      await open();
      expectCurrent();
    }
    rmSync(converted, { recursive: true });
  });

  it("drops an incomplete append at the end of an old journal, and refuses any other damage", async () => {
    makeFormat1();
    const path = join(home, "s3", "metadata.jsonl");
    const whole = readFileSync(path, "utf8");
    writeFileSync(path, whole.slice(0, -20));
    await open();
    expect(readJournal(path, "")).toEqual(oldEntries("s3/metadata.jsonl").slice(0, -1));

    rmSync(join(home, "version"));
    writeFileSync(path, whole.replace("{", "("));
    await expect(open()).rejects.toThrow(
      `${path} is damaged: line 1 is not JSON. Restore the data folder from a backup`,
    );
    expect(readdirSync(home)).not.toContain("version");
  });

  it("reads the format number in any layout of the file", async () => {
    for (const end of ["", "\n", "\r\n"]) {
      writeFileSync(join(home, "version"), `${HOME_VERSION}${end}`);
      await expect(open()).resolves.toBeUndefined();
    }
  });

  it.each(["version", "s3/metadata.jsonl", "kms/keys.json"])(
    "is refused by name with a folder as %s",
    async (path) => {
      makeFormat1();
      rmSync(join(home, path), { force: true });
      mkdirSync(join(home, path));
      await expect(open()).rejects.toThrow(
        `${join(home, path)} must be a file and is a folder: move it away.`,
      );
    },
  );

  it.each([
    [
      "of a newer Gantry",
      () => writeFileSync(join(home, "version"), "99\n"),
      /newer version of Gantry \(format 99; this one reads \d+ and below\)\. Start that version, or choose another data folder \(GANTRY_HOME\)/,
    ],
    [
      "whose version is not a number",
      () => writeFileSync(join(home, "version"), ""),
      /version is damaged: .*Restore/,
    ],
    [
      "that LevelDB wrote",
      () => {
        mkdirSync(join(home, "dynamodb"));
        writeFileSync(join(home, "dynamodb", "CURRENT"), "MANIFEST-000001\n");
      },
      /older version, which kept its data in LevelDB, and cannot be migrated\. Continue with that version, or choose/,
    ],
  ])("%s is refused and left unchanged", async (_, make, sentence) => {
    make();
    const before = readdirSync(home, { recursive: true });
    await expect(open()).rejects.toThrow(sentence);
    expect(readdirSync(home, { recursive: true })).toEqual(before);
  });
});

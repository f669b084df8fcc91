import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DEV, ROOT, runApp, SOURCES, synthesise } from "#test/lib/support/synth.ts";

/** A program that opens a connection, or asks for a name to open one, ends at once and says so. */
const NO_NETWORK = `data:text/javascript,
  import net from "node:net";
  import dns from "node:dns";
  const refuse = () => { process.stderr.write("The network was asked.\\n"); process.exit(70); };
  net.Socket.prototype.connect = refuse;
  dns.lookup = dns.promises.lookup = refuse;`;

const work = mkdtempSync(join(tmpdir(), "gantry-determinism-"));
const checkout = join(work, "a", "fresh-clone");
const again = join(work, "out");
let first: string;
let run: ReturnType<typeof runApp>;

beforeAll(async () => {
  first = (await synthesise(DEV)).folder;
  mkdirSync(checkout, { recursive: true });
  for (const source of SOURCES) cpSync(join(ROOT, source), join(checkout, source), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(checkout, "node_modules"));
  run = runApp(again, DEV, checkout, { PATH: "", NODE_OPTIONS: `--import ${encodeURI(NO_NETWORK)}` });
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

test("a synthesis needs no network and no program besides Node, and prints nothing", () => {
  expect(run).toMatchObject({ status: 0, stdout: "", stderr: "" });
});

test("two syntheses of the same sources in two folders are identical byte for byte", () => {
  expect(filesOf(again)).toEqual(filesOf(first));
  const different = filesOf(first).filter((file) => !bytesOf(again, file).equals(bytesOf(first, file)));
  expect(different).toEqual([]);
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted();
}

/** The CDK accepts some findings of its own, and notes with the line of ours that made it do so: that is a place. */
function bytesOf(folder: string, file: string): Buffer {
  const bytes = readFileSync(join(folder, file));
  if (!file.endsWith(".metadata.json")) return bytes;
  const notes = JSON.parse(bytes.toString(), (key, value) => (key === "trace" ? undefined : value));
  return Buffer.from(JSON.stringify(notes));
}

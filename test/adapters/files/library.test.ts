import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "@jest/globals";
import { loadLibrary } from "#adapters/files/library.ts";
import { library } from "#adapters/providers/library.ts";
import { LIBRARY_SOURCE } from "#deployment/function-row.ts";

const folder = mkdtempSync(join(tmpdir(), "gantry-library-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("reads every file below the folder by its path, sorted", async () => {
  mkdirSync(join(folder, "public/lib"), { recursive: true });
  writeFileSync(join(folder, "public/lib/dom.js"), "export {};\n");
  writeFileSync(join(folder, "README.md"), "Größe\n");
  expect([...(await loadLibrary(folder))]).toEqual([
    ["README.md", "Größe\n"],
    ["public/lib/dom.js", "export {};\n"],
  ]);
});

it("refuses a folder that is missing, is empty or contains a file that is not text", async () => {
  const empty = join(folder, "empty");
  mkdirSync(empty);
  await expect(loadLibrary(join(folder, "none"))).rejects.toThrow("none");
  await expect(loadLibrary(empty)).rejects.toThrow("contains no files");
  writeFileSync(join(empty, "a.png"), new Uint8Array([0x89, 0xff]));
  await expect(loadLibrary(empty)).rejects.toThrow();
});

it("is read once, when it is first needed", async () => {
  const load = library.create({ APP_LIBRARY: LIBRARY_SOURCE }, {}, { env: {}, clients: {} });
  const first = await load();
  expect(first.get("public/lib/dom.js")).toContain("export");
  expect(await load()).toBe(first);
  expect(() =>
    library.create({ APP_LIBRARY: join(folder, "none") }, {}, { env: {}, clients: {} }),
  ).not.toThrow();
});

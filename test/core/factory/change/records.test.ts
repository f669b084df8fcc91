import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "@jest/globals";
import type { Field } from "#core/factory/specification/field.ts";
import { type Specification, specificationSchema } from "#core/factory/specification/specification.ts";
import { generate, withFolder } from "#test/core/factory/generate/support.ts";

/** What becomes of records in the browser when a generated app is changed: its code, on the same database. */

const NAME = { id: "name", name: "Name", type: "text", required: true };
const PRICE = { id: "price", name: "Price", type: "money" };
const NOTE = { id: "note", name: "Note", type: "text" };

const appWith = (fields: readonly object[]): Specification =>
  specificationSchema.parse({
    version: 1,
    kind: "app",
    name: "Items",
    locale: "en",
    currency: "EUR",
    look: { accent: null, background: null, density: "comfortable", scheme: "both" },
    entities: [{ id: "item", name: "Item", plural: "Items", display: "name", fields }],
    views: [
      { id: "items", name: "Items", kind: "list", entity: "item", fields: ["name"] },
      {
        id: "item",
        name: "Item",
        kind: "detail",
        entity: "item",
        fields: (fields as Field[]).map(({ id }) => id),
      },
    ],
    behaviours: [],
  });

/** Opens the records with the code of one app after another, on one database. */
const SCRIPT = `
const [before, after] = process.argv.slice(1).map((folder) => new URL(folder + "/", "file://"));
const load = (folder, path) => import(new URL(path, folder));
await load(before, "test/support/browser.js");
const { createIndexedDB } = await load(before, "test/support/indexed-db.js");
const indexedDB = createIndexedDB();
const open = async (folder) => {
  const { openRecords } = await load(folder, "public/lib/records.js");
  const { item } = await load(folder, "public/entities/item.js");
  return openRecords({ database: "items", entities: [item], indexedDB });
};
const first = await open(before);
const saved = await first.save("item", { name: "Lamp", price: 1250, note: "blue" });
const second = await open(after);
const read = { ...second.get("item", saved.id) };
const unreadable = second.unreadable();
if (second.get("item", saved.id)) await second.save("item", { ...second.get("item", saved.id), name: "Lantern" });
const back = await open(before);
console.log(JSON.stringify({ read, unreadable, back: back.get("item", saved.id) }));
process.exit();
`;

async function changed(fields: readonly object[]) {
  const [before, after] = [[NAME, PRICE, NOTE], fields].map((each) => generate(appWith(each)).files);
  return withFolder(before ?? [], (one) =>
    withFolder(after ?? [], async (two) => {
      const args = ["--input-type=module", "--eval", SCRIPT, one, two];
      const { stdout } = await promisify(execFile)(process.execPath, args, { env: {} });
      return JSON.parse(stdout);
    }),
  );
}

describe("records that people entered before a change", () => {
  it("have no value yet in a field that was added, and keep all others", async () => {
    const { read, back } = await changed([NAME, PRICE, NOTE, { id: "bought", name: "Bought", type: "date" }]);
    expect(read).toMatchObject({ name: "Lamp", price: 1250, note: "blue", bought: null });
    expect(back).toMatchObject({ name: "Lantern", price: 1250, note: "blue" });
  });

  it("keep the value of a field that was renamed", async () => {
    const { read } = await changed([NAME, { ...PRICE, name: "Cost" }, NOTE]);
    expect(read).toMatchObject({ name: "Lamp", price: 1250, note: "blue" });
  });

  it("keep the value of a field that was removed, also when they are edited without it", async () => {
    const { back } = await changed([NAME, PRICE]);
    expect(back).toMatchObject({ name: "Lantern", price: 1250, note: "blue" });
  });

  it("are kept aside unchanged by code for which a value has another type, as after an edit by hand", async () => {
    const { read, unreadable, back } = await changed([NAME, { ...PRICE, type: "text" }, NOTE]);
    expect(read).toEqual({});
    expect(unreadable).toMatchObject([{ entity: "item", values: { name: "Lamp", price: 1250 } }]);
    expect(back).toMatchObject({ name: "Lamp", price: 1250, note: "blue" });
  });
});

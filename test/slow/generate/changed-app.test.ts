import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { performStep } from "#adapters/browser/perform-step.ts";
import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { type Specification, specificationSchema } from "#core/factory/specification/specification.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { within } from "#test/support/limits.ts";
import { serve } from "./serve.ts";

/** A browser with records, in which a changed app goes live at the same address. The tests are one story. */

interface PlantField {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly required?: boolean;
}

const NAME: PlantField = { id: "name", name: "Name", type: "text", required: true };
const PLACE: PlantField = { id: "place", name: "Place", type: "text" };

const appWith = (fields: readonly PlantField[]): Specification =>
  specificationSchema.parse({
    version: 1,
    kind: "app",
    name: "Plants",
    locale: "en",
    currency: "EUR",
    look: { accent: null, background: null, density: "comfortable", scheme: "light" },
    entities: [{ id: "plant", name: "Plant", plural: "Plants", display: "name", fields }],
    views: [
      { id: "plants", name: "Plants", kind: "list", entity: "plant", fields: ["name"] },
      { id: "plant", name: "Plant", kind: "detail", entity: "plant", fields: fields.map(({ id }) => id) },
    ],
    behaviours: [],
  });

const press = (name: string): AcceptanceStep => ({ do: "click", target: { role: "button", name } });
const fill = (label: string, value: string): AcceptanceStep => ({ do: "fill", target: { label }, value });

let app: Awaited<ReturnType<typeof serve>>;
let home: Visit;

const perform = async (...steps: AcceptanceStep[]) => {
  for (const step of steps) await performStep(home.page, app.origin, step, within(20));
};
const release = async (fields: readonly PlantField[]) => {
  app.replace(generate(appWith(fields)).files);
  await home.page.reload();
};

beforeAll(async () => {
  app = await serve(generate(appWith([NAME, PLACE])).files);
  home = await visit(app.origin);
  await perform({ do: "open", path: "/" }, press("New Plant"), fill("Name", "Fern"), fill("Place", "Hall"), {
    do: "click",
    target: { css: 'dialog[open] [type="submit"]' },
  });
  await perform({ do: "click", target: { role: "link", name: "Fern" } }, { do: "see", text: "Hall" });
});
afterAll(async () => {
  await home?.close();
  app?.close();
});

describe("a record in the browser", () => {
  it("has its value under the new name of a field, beside one that was added", async () => {
    await release([NAME, { ...PLACE, name: "Room" }, { id: "notes", name: "Notes", type: "text" }]);
    await perform(
      { do: "see", text: "Room" },
      { do: "see", text: "Hall" },
      press("Edit"),
      fill("Notes", "Dry"),
      {
        do: "click",
        target: { css: 'dialog[open] [type="submit"]' },
      },
    );
    await perform({ do: "see", text: "Dry" });
  });

  it("no longer shows a removed field, and shows its value once the field is back", async () => {
    await release([NAME]);
    await perform({ do: "see", text: "Fern" }, { do: "not_see", text: "Hall" });
    await release([NAME, PLACE]);
    await perform({ do: "see", text: "Hall" });
    expect([...home.errors]).toEqual([]);
  });
});

import { afterEach, describe, expect, it } from "@jest/globals";
import { performStep } from "#adapters/browser/perform-step.ts";
import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { pathOfView } from "#core/factory/generate/acceptance/forms.ts";
import { WORDS } from "#core/factory/generate/words/words.ts";
import { specificationFaults } from "#core/factory/specification/faults.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { HOUSEHOLD } from "#test/core/factory/generate/household.ts";
import { generate } from "#test/core/factory/generate/support.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { within } from "#test/support/limits.ts";
import { LAYOUT_FAULTS } from "./narrow.ts";
import { serve } from "./serve.ts";

function planned(message: string): Specification {
  const specification = consult({ messages: [message] }).proposal?.specification;
  if (specification?.kind !== "app") throw new Error(`No app: ${message}`);
  return specification;
}

const APPS: readonly (readonly [string, Specification])[] = [
  ["an app with every view and behaviour", HOUSEHOLD],
  ...[
    "A CRM for a dentist",
    "recipe book with ingredients per recipe",
    "inventory with low-stock warning and totals in the style of Slack",
    "Trello clone in green",
    "Rechnungsverwaltung mit Kunden und Zahlungen",
  ].map((message) => [message, planned(message)] as const),
];

/** The smallest windows that phones have. */
describe("in a window of 320 pixels", () => {
  let app: Awaited<ReturnType<typeof serve>> | undefined;
  let home: Visit | undefined;
  afterEach(async () => {
    await home?.close();
    app?.close();
  });

  it.each(APPS)("nothing lies over something else or is cut: %s", async (_, specification) => {
    expect(specificationFaults(specification)).toEqual([]);
    app = await serve(generate({ ...specification, behaviours: withSamples(specification) }).files);
    home = await visit(app.origin);
    const { page } = home;
    const { origin } = app;
    const perform = async (...steps: AcceptanceStep[]) => {
      for (const step of steps) await performStep(page, origin, step, within(20));
    };
    const faults: string[] = [];
    const look = async (where: string) => {
      const found = await page.evaluate<string[]>(LAYOUT_FAULTS);
      faults.push(...found.map((fault) => `${where}: ${fault}`));
    };
    await page.setViewportSize({ width: 320, height: 700 });
    await look("empty");
    await perform(
      { do: "open", path: pathOfView(listOf(specification)) },
      { do: "click", target: { role: "button", name: String(WORDS.sampleAdd?.[specification.locale]) } },
    );
    await page.locator(".empty").waitFor({ state: "detached" });
    for (const view of specification.views.filter(({ kind }) => kind !== "detail")) {
      await perform({ do: "open", path: pathOfView(view) });
      await page.locator("h1").first().waitFor();
      await look(view.id);
    }
    for (const { id } of specification.entities) {
      const link = page.locator(`[data-record] a[href^="#/${id}/"]`).first();
      const list = specification.views.find((view) => view.entity === id && view.kind === "list");
      if (!list) continue;
      await perform({ do: "open", path: pathOfView(list) });
      await link.click();
      await page.locator("nav.back").waitFor();
      await look(`a record of ${id}`);
      await page.locator('[id^="edit-"]').first().click();
      await page.locator("dialog[open]").waitFor();
      await look(`the form of ${id}`);
      await page.keyboard.press("Escape");
      await page.locator("dialog[open]").waitFor({ state: "detached" });
    }
    expect(faults).toEqual([]);
  });

  it("a control that is moved over a text or out of the window is found", async () => {
    app = await serve(generate(planned("a book list")).files);
    home = await visit(app.origin);
    const { page } = home;
    await page.setViewportSize({ width: 320, height: 700 });
    const moved = async (style: string) => {
      await page.evaluate(
        `document.querySelector(".empty .button").style.cssText = "position: absolute; ${style}"`,
      );
      return (await page.evaluate<string[]>(LAYOUT_FAULTS)).join("; ");
    };
    await page.locator("h1").waitFor();
    expect(await moved("left: 0; top: 0; z-index: 9")).toContain("lies over");
    expect(await moved("left: 290px; top: 500px")).toContain("sticks out of the window");
  });
});

const listOf = ({ views }: Specification) => views.find(({ kind }) => kind === "list") as View;

const withSamples = ({ behaviours }: Specification): Specification["behaviours"] =>
  behaviours.some(({ kind }) => kind === "sample_data")
    ? behaviours
    : [...behaviours, { kind: "sample_data" }];

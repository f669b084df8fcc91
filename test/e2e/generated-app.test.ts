import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { checkSignature } from "#cli/evidence/check-signature.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { PNG_BASE64 } from "#test/support/samples.ts";
import { type Client, logIn } from "./support/client.ts";
import { type Gantry, startGantry } from "./support/gantry.ts";
import { type Visit, visit } from "./support/visit.ts";

/** From a sentence to an app that is generated from its specification, without a model. */

const SENTENCE = "plant watering tracker with photos and a calendar";
const SECONDS = 120;

let gantry: Gantry;
let client: Client;
let mission: any;
let events: any[];

beforeAll(async () => {
  gantry = await startGantry();
  client = await logIn(gantry);
  const id = await client.build(SENTENCE);
  mission = await client.wait(id, SECONDS);
  events = (await client.get(`/gantry/missions/${id}/events`)).body.events;
});
afterAll(() => gantry?.stop());

const ofType = (type: string) => events.filter((event) => event.type === type);

it("is live, and no model drafted it", () => {
  expect(mission).toMatchObject({ status: "DEPLOYED", outcome: "succeeded", attempts: 1, error: null });
  expect(ofType("gantry.mission.drafted")).toMatchObject([
    { actorkind: "system", data: { by: "generator", attempt: 1 } },
  ]);
  expect(ofType("gantry.model.called").map(({ data }) => data.role)).toEqual(["critic"]);
});

it("has a plan that accounts for every word", () => {
  const { plan } = ofType("gantry.mission.created")[0].data;
  const met = plan.ledger.map(({ words, outcome, by }: any) => [words, outcome, by]);
  expect(met).toEqual([
    ["plant", "met", "entities.plant"],
    ["watering", "met", "entities.plant.last_watered"],
    ["tracker", "met_by_kind", null],
    ["photos", "met", "entities.plant.photo"],
    ["calendar", "met", "views.calendar"],
  ]);
});

it("was tested for every promise of its plan in a browser", () => {
  const { plan } = ofType("gantry.mission.created")[0].data;
  expect(plan.acceptance.length).toBeGreaterThan(2);
  const [verified] = ofType("gantry.deployment.verified");
  expect(verified.data).toMatchObject({ passed: true });
});

it("has evidence that is VALID", async () => {
  const { body } = await client.get(`/gantry/missions/${mission.mission_id}/evidence`);
  const verdict = verifyPack(EVIDENCE_KINDS, {
    zip: body,
    execution: mission.mission_id,
    pinned_key: await (await fetch(`${gantry.origin}/gantry/evidence-key`)).text(),
    checkSignature,
  });
  expect(verdict).toMatchObject({ verdict: "VALID", reasons: [] });
});

it("keeps a plant with its photo over a reload, shows it in the calendar, and lets its deletion be undone", async () => {
  const app: Visit = await visit(mission.url);
  const { page } = app;
  try {
    await page.getByRole("button", { name: "New Plant" }).first().click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Name").fill("Monstera");
    await form.locator('input[type="file"]').setInputFiles({
      name: "monstera.png",
      mimeType: "image/png",
      buffer: Buffer.from(PNG_BASE64, "base64"),
    });
    await form.getByLabel("Last watered").fill(new Date().toISOString().slice(0, 10));
    await form.getByLabel("Water every").fill("1");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Monstera" }).first().waitFor();
    await page.reload();
    await page.getByRole("link", { name: "Gallery" }).click();
    await page.locator("main img").first().waitFor();
    await page.getByRole("link", { name: "Calendar" }).click();
    await page.getByRole("link", { name: "Monstera" }).first().click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: "Plants" }).click();
    await page.getByRole("link", { name: "Monstera" }).first().waitFor();
    expect([...app.errors]).toEqual([]);
  } finally {
    await app.close();
  }
});

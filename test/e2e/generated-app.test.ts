import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { checkSignature } from "#cli/evidence/check-signature.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import type { Proposal } from "#core/factory/plan/plan.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { PROPOSAL } from "#test/support/samples.ts";
import { type Client, logIn } from "./support/client.ts";
import { type Gantry, startGantry } from "./support/gantry.ts";
import { says } from "./support/script.ts";
import { type Visit, visit } from "./support/visit.ts";

/** An app that is generated from its specification, with a model that proposes and reviews, and drafts nothing. */

const SECONDS = 120;
const APP: Proposal = {
  ...PROPOSAL,
  title: "Plants",
  kind: "app",
  project_name: "plants",
  acceptance: [],
  features: [],
  specification: PLANTS,
};

let folder: string;
let gantry: Gantry;
let client: Client;
let mission: any;
let events: any[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-generated-"));
  const script = [
    says("consultant", "plant", { proposal: APP, speech: "A plant tracker.", question: null }),
    says("critic", "", { verdict: "accept", notes: [] }),
  ];
  writeFileSync(join(folder, "script.json"), JSON.stringify(script));
  gantry = await startGantry({ GANTRY_BEDROCK: "fixture", GANTRY_FIXTURE: join(folder, "script.json") });
  client = await logIn(gantry);
  const id = await client.build("a plant tracker");
  mission = await client.wait(id, SECONDS);
  events = (await client.get(`/gantry/missions/${id}/events`)).body.events;
});
afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ofType = (type: string) => events.filter((event) => event.type === type);

it("is live, and no model drafted it", () => {
  expect(mission).toMatchObject({ status: "DEPLOYED", outcome: "succeeded", attempts: 1, error: null });
  expect(ofType("gantry.mission.drafted")).toMatchObject([
    { actorkind: "system", data: { by: "generator", attempt: 1 } },
  ]);
  expect(ofType("gantry.model.called").map(({ data }) => data.role)).toEqual(["critic"]);
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

it("keeps a record in the browser over a reload, and lets its deletion be undone", async () => {
  const app: Visit = await visit(mission.url);
  const { page } = app;
  try {
    await page.getByRole("button", { name: "New Plant" }).first().click();
    await page.getByLabel("Name").fill("Monstera");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Monstera" }).waitFor();
    await page.reload();
    await page.getByRole("link", { name: "Monstera" }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: "Monstera" }).first().waitFor();
    expect([...app.errors]).toEqual([]);
  } finally {
    await app.close();
  }
});

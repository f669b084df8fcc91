import { describe, expect, it } from "@jest/globals";
import { recipe } from "#cli/siri/recipe.ts";
import { shortcutFile } from "#cli/siri/shortcut.ts";
import { STEPS } from "#cli/siri/steps.ts";
import { readShortcut, runShortcut, type SentRequest } from "#test/support/shortcut.ts";
import { signedHeaders } from "#test/support/siri.ts";

const PHONE = { key_id: "sk_3f8k2m9q", k1: "a".repeat(64), k2: "b".repeat(64) };
const ANSWERS = ["https://gantry.example.com", PHONE.key_id, PHONE.k1, PHONE.k2];
const NOW = Date.parse("2026-11-21T07:00:00Z");

const run = (dictated: string, reply: Record<string, unknown>, zone = 0) =>
  runShortcut(
    readShortcut(shortcutFile()),
    { answers: ANSWERS, dictated, now: NOW, random: Math.random, zone },
    async () => reply,
  );

describe("the Shortcut", () => {
  it("asks for the address and the three parts of the key, and contains none of them", () => {
    const { WFWorkflowImportQuestions: questions, WFWorkflowActions: actions } = readShortcut(shortcutFile());
    expect(questions.map(({ ActionIndex, Text }: any) => [ActionIndex, Text])).toEqual([
      [0, expect.stringContaining("address")],
      [1, expect.stringContaining("id")],
      [2, expect.stringContaining("Part 1")],
      [3, expect.stringContaining("Part 2")],
    ]);
    expect(actions).toHaveLength(STEPS.length);
    for (const { ActionIndex, ParameterKey, DefaultValue } of questions) {
      expect(DefaultValue).toBe("");
      expect(actions[ActionIndex].WFWorkflowActionParameters[ParameterKey]).toBe("");
    }
  });

  it("refers only to outputs of earlier actions", () => {
    const known = new Set<string>();
    for (const { WFWorkflowActionParameters: given } of readShortcut(shortcutFile()).WFWorkflowActions) {
      const referred = [...JSON.stringify(given).matchAll(/"OutputUUID":"([^"]+)"/g)].map(([, uuid]) => uuid);
      expect(referred.filter((uuid) => !known.has(uuid as string))).toEqual([]);
      if (given.UUID) known.add(given.UUID);
    }
    expect(known.size).toBe(STEPS.length - 1);
  });

  it.each([
    ["Build me a todo app", 0],
    ["Baue mir eine Übersicht über Cafés 🙂", 60],
    ['Say "yes"\nand no', -210],
  ])("signs what is said as the scheme demands: %j", async (dictated, zone) => {
    const { request } = await run(dictated, { speech: "" }, zone);
    const { url, method, headers, body } = request as SentRequest;
    const timestamp = headers["X-Gantry-Timestamp"] as string;
    const nonce = headers["X-Gantry-Nonce"] as string;
    expect([url, method, JSON.parse(body)]).toEqual([
      "https://gantry.example.com/gantry/siri",
      "POST",
      { text: dictated },
    ]);
    expect([Date.parse(timestamp), nonce]).toEqual([NOW, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(headers).toMatchObject(signedHeaders(PHONE, { text: dictated, timestamp, nonce }));
    expect(JSON.stringify(request)).not.toMatch(/a{64}|b{64}/);
  });

  it("has a new nonce for each request", async () => {
    const nonces = [await run("x", {}), await run("x", {})].map(
      ({ request }) => request.headers["X-Gantry-Nonce"],
    );
    expect(new Set(nonces).size).toBe(2);
  });

  it.each([
    [{ speech: "Shall I build it?" }, "Shall I build it?"],
    [{ detail: "The key is unknown." }, "The key is unknown."],
  ])("speaks the reply %j", async (reply, spoken) => {
    expect((await run("x", reply)).spoken).toBe(spoken);
  });
});

describe("the recipe", () => {
  it("has the actions of the file, with what to enter and the name of each output", () => {
    const entries = { Address: "https://a.example", "Key id": "sk_1", "Part 1": "k1", "Part 2": "k2" };
    const steps = recipe(entries);
    expect(steps.slice(0, 4).map(({ fields }) => fields)).toEqual(
      Object.values(entries).map((entry) => [["Text", entry]]),
    );
    expect(steps.map(({ action, output }) => [action, output])).toEqual(
      STEPS.map(({ action, output }) => [action, output]),
    );
    expect(steps.at(-4)?.fields).toEqual([
      ["URL", "[Address]/gantry/siri"],
      ["Method", "POST"],
      ["Headers: X-Gantry-Key", "[Key id]"],
      ["Headers: X-Gantry-Timestamp", "[Time]"],
      ["Headers: X-Gantry-Nonce", "[Nonce]"],
      ["Headers: X-Gantry-Signature", "v1=[Signature]"],
      ["Request Body", "JSON"],
      ["JSON: text", "[Words]"],
    ]);
  });
});

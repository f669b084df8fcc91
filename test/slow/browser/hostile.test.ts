import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CONVERSATION } from "#test/cli/missions.ts";
import { overflowOf } from "#test/e2e/support/overflow.ts";
import type { Visit } from "#test/e2e/support/visit.ts";
import { MISSION } from "#test/support/evidence.ts";
import { until } from "#test/support/limits.ts";
import { openClient } from "./client-page.ts";
import { IN_USE, PAGES_IN_USE } from "./in-use.ts";

/**
 * Pages over replies in which every text that a person, a model or a build could have written is hostile: names, messages,
 * logs, files, errors, Markdown, SVG. Nothing of it may run, load, leave or disturb the page.
 */

const PAYLOADS: readonly string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../cases/hostile-payloads.json"), "utf8"),
);

/** Members whose text comes from elsewhere. */
const FREE = new Set(
  "title text speech name message summary reason question request description principal notices fix".split(
    " ",
  ),
);

/** A reply with hostile text in each of these members, another payload each time. */
function poisoned(value: unknown, next: () => string, member = ""): unknown {
  if (typeof value === "string") return FREE.has(member) ? next() : value;
  if (Array.isArray(value)) return value.map((each) => poisoned(each, next, member));
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poisoned(each, next, name)]));
}

/** As many copies of the first of a list as there are payloads, each with an id of its own. */
function multiplied(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, list]) => [name, Array.isArray(list) ? copiesOf(list, name) : list]),
  );
}

function copiesOf(list: readonly unknown[], name: string): unknown {
  const [first] = list;
  const id = ID_OF.get(name);
  if (id === undefined || first === undefined) return list;
  return PAYLOADS.map((_, index) => ({ ...(first as object), [id]: `${name[0]}_${index}` }));
}

const ID_OF = new Map([
  ["missions", "mission_id"],
  ["consultations", "conversation_id"],
  ["conversations", "conversation_id"],
  ["projects", "project_id"],
  ["gates", "gate_id"],
  ["keys", "key_id"],
]);

function replies(): Readonly<Record<string, unknown>> {
  let turn = 0;
  const next = () => PAYLOADS[turn++ % PAYLOADS.length] ?? "";
  const all = Object.entries(IN_USE).map(
    ([path, reply]) => [path, poisoned(multiplied(reply), next)] as const,
  );
  const here = `/gantry/missions/${MISSION}`;
  const consultation = IN_USE[`/gantry/consultation/${CONVERSATION}`] as object;
  return {
    ...Object.fromEntries(all),
    [`/gantry/consultation/${CONVERSATION}`]: {
      ...(poisoned(consultation, next) as object),
      messages: PAYLOADS.map((text, index) => ({
        from: index % 2 === 0 ? "person" : "gantry",
        text,
        time: AT,
      })),
    },
    [`${here}/attempts`]: { mission_id: MISSION, attempts: [poisoned(ATTEMPT, next)] },
    [`${here}/log`]: {
      ...{ mission_id: MISSION, attempt: 1, retry: 0, after: 0, complete: true },
      lines: PAYLOADS,
      next_after: PAYLOADS.length,
    },
  };
}

const SHA = "a".repeat(64);
const AT = "2026-01-01T12:10:00.000Z";
const ATTEMPT = {
  ...{ attempt: 1, started_at: AT, by: "rules", repairs: [], manifest_sha256: SHA, review: null },
  ...{ policy: { verdict: "allow", reasons: [] }, acceptance: null },
  builds: [
    {
      ...{ retry: 0, started_at: AT, ended_at: AT, verdict: "code", reason: "failed" },
      ...{ command: ["node"], exit_code: 1, log_sha256: SHA },
    },
  ],
};

let home: Visit;
let close: () => Promise<void>;
const wrong: string[] = [];

beforeAll(async () => {
  ({ home, close } = await openClient(replies));
  const { page } = home;
  page.on("dialog", (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const { origin } = new URL(page.url());
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) wrong.push(`request: ${request.url()}`);
  });
  page.on("popup", (popup) => wrong.push(`popup: ${popup.url()}`));
  await page.addInitScript(
    `window.hacked = () => { window.isHacked = true; };
     addEventListener("securitypolicyviolation", (event) => { window.violation = event.violatedDirective; });`,
  );
});
afterAll(() => close?.());

/** What only a payload could have put there. */
const FOREIGN =
  "main iframe[srcdoc], main object, main embed, main style, main meta, main base, main link, main math, main script, main template, main noscript, main details[ontoggle], main img[src='x'], main a[href^='javascript:'], main a[href*='evil'], main form[action*='evil'], main [onload], main [onerror], main [onfocus]";

/** Those that are shown without marks for what cannot be seen. */
const PLAIN = PAYLOADS.filter((payload) => /^[\x20-\x7e]+$/.test(payload));
const PAGES = [...PAGES_IN_USE.map(([path]) => path), `/missions/${MISSION}?view=output`];

describe(`a page with ${PAYLOADS.length} hostile texts`, () => {
  it("has at least forty", () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(40);
    expect(PLAIN.length).toBeGreaterThan(30);
  });

  it.each(PAGES)("shows them as text and nothing else: %s", async (path) => {
    const { page } = home;
    await page.goto(new URL(path, page.url()).href);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.locator(FOREIGN).count()).toBe(0);
    expect(await page.evaluate("window.isHacked ?? window.violation ?? null")).toBeNull();
    expect(new URL(page.url()).pathname).toBe(path.split("?")[0]);
    expect(await page.locator("body").isVisible()).toBe(true);
    expect(wrong).toEqual([]);
  });

  it("shows every one of them in the messages of a conversation and in the output of a build", async () => {
    const { page } = home;
    for (const path of [`/conversations/${CONVERSATION}`, `/missions/${MISSION}?view=output`]) {
      await page.goto(new URL(path, page.url()).href);
      const shown = async () => {
        const text = (await page.locator("main").textContent()) ?? "";
        return PLAIN.every((payload) => text.includes(payload));
      };
      await until(shown, { what: `${path} shows all payloads` });
    }
  });

  it("stays within the width of a phone", async () => {
    const { page } = home;
    await page.setViewportSize({ width: 390, height: 800 });
    for (const path of PAGES) {
      await page.goto(new URL(path, page.url()).href);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.waitForLoadState("networkidle");
      expect([path, await overflowOf(page)]).toEqual([path, 0]);
    }
  });
});

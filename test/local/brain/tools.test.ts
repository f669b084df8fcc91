import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { proposalSchema } from "#core/factory/plan/plan.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import { findBlueprint } from "#local/brain/catalogue.ts";
import { readAsk } from "#local/brain/recognise/ask.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { uncoveredWords } from "./request-check.ts";

/** A request for a small tool, labelled by hand from its text alone. */
interface Labelled {
  lang: Locale;
  say: string[];
  kind: string;
  /** Values of settings that the words state. */
  set?: Record<string, string>;
  /** Settings that no word states. */
  unset?: string[];
  with?: string[];
  without?: string[];
  /** Exactly the words that cannot be met. */
  refused?: string[];
}

const REQUESTS: Labelled[] = readFileSync(new URL("../../cases/tools.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

const cases = REQUESTS.map((request) => [request.say.join(" → "), request] as const);

describe("a request for a small tool", () => {
  it.each(cases)(
    "%s",
    (_, { say, kind, set = {}, unset = [], with: on = [], without = [], refused = [] }) => {
      const { proposal } = consult({ messages: say });
      expect(proposal?.kind).toBe(kind);
      if (!proposal || kind === "app") return;
      proposalSchema.parse(proposal);
      const settings = readAsk(proposal.ledger ? say : []).settings;
      expect(Object.fromEntries(Object.keys(set).map((id) => [id, settings.get(id)]))).toEqual(set);
      expect(unset.filter((id) => settings.has(id))).toEqual([]);
      const included = proposal.features.filter((feature) => feature.included).map(({ id }) => id);
      expect(included).toEqual(expect.arrayContaining(on));
      expect(without.filter((id) => included.includes(id))).toEqual([]);
      const ledger = proposal.ledger ?? [];
      expect(
        ledger.filter(({ outcome }) => outcome === "refused").flatMap(({ words }) => words.split(", ")),
      ).toEqual(refused);
      expect(uncoveredWords(say, ledger)).toEqual([]);
      expect(ledger.filter(({ words, outcome }) => outcome === "context" && /\d/.test(words))).toEqual([]);
    },
  );

  it("states in the plan what its words set, and accounts for the words", () => {
    for (const { say, kind, set = {} } of REQUESTS) {
      const { proposal } = consult({ messages: say });
      const parts = (findBlueprint(kind)?.settings ?? [])
        .filter(({ id }) => set[id] !== undefined && set[id] !== "both")
        .map(({ id, part = `settings.${id}` }) => part);
      const met = (proposal?.ledger ?? []).map(({ by }) => by);
      // A range says where the count starts as well.
      const named = parts.filter((part) => part !== "settings.start" || !parts.includes("settings.range"));
      expect({ say, missing: named.filter((part) => !met.includes(part)) }).toEqual({ say, missing: [] });
    }
  });
});

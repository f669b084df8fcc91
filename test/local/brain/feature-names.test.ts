import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { BLUEPRINTS } from "#local/brain/catalogue.ts";
import { consult } from "#local/brain/roles/consultant.ts";

type Locale = "de" | "fr" | "es";

/** What people call the tools, and their features by id. */
const CASES: {
  readonly tools: Readonly<Record<string, Readonly<Record<Locale, string>>>>;
  readonly features: Readonly<Record<string, Readonly<Record<Locale, readonly string[]>>>>;
} = JSON.parse(readFileSync(new URL("../../cases/brain/feature-names.json", import.meta.url), "utf8"));

const WITH: Readonly<Record<Locale, readonly [string, string]>> = {
  de: ["mit", "ohne"],
  fr: ["avec", "sans"],
  es: ["con", "sin"],
};

/** Whether a request plans a feature of a tool; undefined if it plans something else. */
function plans(request: string, kind: string, feature: string): boolean | undefined {
  const { proposal } = consult({ messages: [request] });
  if (proposal?.kind !== kind) return undefined;
  return proposal.features.find(({ id }) => id === feature)?.included;
}

describe("the features of a tool", () => {
  const tools = BLUEPRINTS.filter(({ texts }) => texts);

  it.each(tools.map((tool) => [tool.kind, tool] as const))(
    "are wanted and refused by their names in three languages, with no more words than needed: %s",
    (kind, { features }) => {
      const misread: string[] = [];
      for (const { id } of features)
        for (const locale of ["de", "fr", "es"] as const)
          for (const name of CASES.features[id]![locale])
            for (const [at, word] of WITH[locale].entries()) {
              const request = `${CASES.tools[kind]![locale]} ${word} ${name}`;
              if (plans(request, kind, id) !== (at === 0)) misread.push(request);
            }
      expect(misread).toEqual([]);
    },
  );

  it.each([
    ["un compteur, pas de mode sombre", "counter", "dark_mode", false],
    ["un minuteur, mais pas d’alarme", "timer", "sound", false],
    ["un compteur avec pas", "counter", "step", true],
    ["ein Timer, aber kein Ton", "timer", "sound", false],
    ["un temporizador, pero sin sonido ni modo oscuro", "timer", "dark_mode", false],
  ])("are read in '%s'", (request, kind, feature, included) => {
    expect(plans(request, kind, feature)).toBe(included);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { proposalSchema } from "#core/factory/plan/plan.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { BLUEPRINTS } from "#local/brain/catalogue.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { fc } from "#test/support/property.ts";

interface Case {
  say: string[];
  kind: string | null;
  title?: string;
  name?: string;
  stack?: string;
  on?: string[];
  off?: string[];
  speech?: string;
  summary?: string;
}
const cases: Case[] = JSON.parse(
  readFileSync(new URL("../../cases/brain/recognition.json", import.meta.url), "utf8"),
);
const sentences = (speech: string) =>
  speech.split(/[.!?](?=\s|$)/).filter((part) => part.trim() !== "").length;

describe("the offline brain as consultant", () => {
  it.each(cases.map((one) => [one.say.join(" → "), one] as const))("%s", (_, expected) => {
    const { proposal, speech } = consult({ messages: expected.say });
    const switched = (included: boolean) =>
      proposal?.features.filter((feature) => feature.included === included).map(({ id }) => id) ?? [];
    expect(proposal?.kind ?? null).toBe(expected.kind);
    if (proposal) proposalSchema.parse(proposal);
    if (expected.title) expect(proposal?.title).toBe(expected.title);
    if (expected.name) expect(proposal?.project_name).toBe(expected.name);
    if (expected.stack) expect(proposal?.stack).toBe(expected.stack);
    expect(switched(true)).toEqual(expect.arrayContaining(expected.on ?? []));
    expect(switched(false)).toEqual(expect.arrayContaining(expected.off ?? []));
    if (expected.summary) expect(proposal?.summary).toContain(expected.summary);
    if (expected.speech) expect(speech.toLowerCase()).toContain(expected.speech.toLowerCase());
    expect(sentences(speech)).toBeLessThanOrEqual(2);
  });

  it("asks for the details of an unknown noun, and never plans another kind of app for it", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"),
      minLength: 2,
      maxLength: 9,
    });
    const noun = letters.map((word) => `zq${word}`);
    const verb = fc.constantFrom("Build me a", "Create an", "I want a", "Please make me a");
    fc.assert(
      fc.property(verb, noun, fc.constantFrom("", " app", " tracker"), (start, thing, end) => {
        const { proposal, question } = consult({ messages: [`${start} ${thing}${end}`] });
        expect(proposal).toBeNull();
        expect(question).toContain(thing.replace(/(ies|es|s)$/, "")); // Asked for in the singular.
      }),
      { numRuns: 200 },
    );
  });

  it("never leaves out an unknown wish without stating it", () => {
    const wish = fc
      .string({ unit: fc.constantFrom(..."abcdefgh"), minLength: 3, maxLength: 8 })
      .map((w) => `zq${w}`);
    fc.assert(
      fc.property(fc.constantFrom(...BLUEPRINTS), wish, ({ synonyms }, unknown) => {
        const { proposal, speech } = consult({ messages: [`Build me a ${synonyms[0]} with ${unknown}`] });
        const refused = proposal?.ledger?.filter(({ outcome }) => outcome === "refused") ?? [];
        if (proposal) expect(refused.map(({ words }) => words).join(" ")).toContain(unknown);
        expect(speech).toContain(unknown);
      }),
      { numRuns: 60 },
    );
  });

  it("replies to any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", maxLength: 60 }), { minLength: 1, maxLength: 4 }),
        (messages) => {
          const { speech, proposal, question } = consult({ messages });
          expect(speech.length).toBeLessThanOrEqual(600);
          expect(question?.length ?? 0).toBeLessThanOrEqual(200);
          if (proposal) proposalSchema.parse(proposal);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("switches every feature on and off by each of its names", () => {
    for (const blueprint of BLUEPRINTS) {
      const tail = blueprint.stack === "static" ? "" : ` with ${stackOf(blueprint.stack).phrases[0]}`;
      for (const { id, synonyms } of blueprint.features)
        for (const synonym of synonyms)
          for (const [word, included] of [
            ["with", true],
            ["without", false],
          ] as const) {
            const said = `Build ${blueprint.spoken.replace(/ with an API$/, "")}${tail} ${word} ${synonym}`;
            const feature = consult({ messages: [said] }).proposal?.features.find((one) => one.id === id);
            expect({ said, included: feature?.included }).toEqual({ said, included });
          }
    }
  });

  it("asks at most two questions, each only until it is answered", () => {
    const first = consult({ messages: ["task manager in React"] }).proposal!;
    expect(first.questions.map(({ id }) => id)).toEqual(["priorities", "tags"]);
    const second = consult({
      messages: ["task manager in React"],
      answers: { priorities: "Yes", tags: "no" },
    }).proposal!;
    expect(second.questions).toEqual([]);
    expect(second.features.find(({ id }) => id === "priorities")?.included).toBe(true);
  });

  it("ends with a question to which yes means build", () => {
    expect(consult({ messages: ["task manager in React"] }).question).toBe(
      "Shall I build it, or add priorities or tags first?",
    );
  });

  it.each([
    ["a quiz", "Shall I build it, or add a timer or your own questions first?"],
    ["a quiz with a timer and own questions", / a timer and your own questions\.$/],
  ])("names the features of %s in natural words", (message, sentence) => {
    const { speech, question } = consult({ messages: [`Build ${message}`] });
    expect([speech, question]).toContainEqual(
      typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
    );
  });

  it("names the project of a tool in letters that an address can have", () => {
    const { proposal } = consult({ messages: ["ein Zähler"] });
    expect([proposal?.title, proposal?.project_name]).toEqual(["Zähler", "zahler"]);
  });
});

import { describe, expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";

const fieldsOf = (message: string) => {
  const specification = consult({ messages: [message] }).proposal?.specification;
  if (specification?.kind !== "app") throw new Error(`no app for ${message}`);
  return (specification.entities[0]?.fields ?? []).map(({ name, type }) => [name, type]);
};

describe("a question word with a verb in a list of details", () => {
  it.each([
    ["a wine collection: name, where bought, rating", "Where bought", "text"],
    ["a wine collection: name, when bought, rating", "When bought", "date"],
    ["eine Weinliste: Name, wo gekauft, Bewertung", "Wo gekauft", "text"],
  ])("is a detail of its own: %s", (message, name, type) => {
    expect(fieldsOf(message)).toContainEqual([name, type]);
  });

  it("is no detail where it opens a sentence", () => {
    expect(
      fieldsOf("a wine collection, so that I remember where I bought them").map(([name]) => name),
    ).not.toContain("Where bought");
  });
});

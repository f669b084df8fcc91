import { expect, it } from "@jest/globals";
import { BEYOND } from "#local/brain/recognise/beyond.ts";
import { beyondName } from "#local/brain/recognise/beyond-names.ts";
import { consult } from "#local/brain/roles/consultant.ts";

it.each([
  ["hello", "What shall I build?"],
  ["Hallo", "Was soll die App verwalten?"],
  ["Bonjour", "Que doit garder l'application ?"],
  ["Hola", "¿Qué debe guardar la aplicación?"],
  ["ein Schachspiel", "Was soll die App verwalten?"],
  ["un jeu d'échecs", "Que doit garder l'application ?"],
])("%j is replied to in its language", (message, question) => {
  expect(consult({ messages: [message] })).toMatchObject({ proposal: null, question });
});

it("an app that stands for a product does not have its name", () => {
  const { proposal } = consult({ messages: ["a Tinder clone", "yes"] });
  expect(proposal?.title).toBe("People");
});

it.each([
  ["ein Zähler mit Django", "dieses Framework oder diese Programmiersprache"],
  ["un compteur avec Django", "ce framework ou ce langage"],
  ["un contador con Django", "ese framework o lenguaje"],
])("%j is planned, and what it cannot have is refused in its language", (message, reason) => {
  expect(consult({ messages: [message] }).speech).toContain(reason);
});

it("every group of features that no offline app can have is named in every language", () => {
  for (const group of Object.keys(BEYOND))
    for (const locale of ["de", "fr", "es"] as const)
      expect([group, beyondName(group, locale)]).not.toEqual([group, group]);
});

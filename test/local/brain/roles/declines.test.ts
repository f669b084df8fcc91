import { expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";

it.each([
  ["hello", "What shall I build?"],
  ["Hallo", "Was soll die App verwalten?"],
  ["Bonjour", "Que doit garder l'application ?"],
  ["Hola", "¿Qué debe guardar la aplicación?"],
  ["ein Schachspiel", "Was soll die App verwalten?"],
  ["un jeu d'échecs", "Que doit garder l'application ?"],
  ["ein Quiz mit Musik", "Soll ich sie ohne das planen?"],
])("%j is replied to in its language", (message, question) => {
  expect(consult({ messages: [message] })).toMatchObject({ proposal: null, question });
});

it("an app that stands for a product does not have its name", () => {
  const { proposal } = consult({ messages: ["a Tinder clone", "yes"] });
  expect(proposal?.title).toBe("People");
});

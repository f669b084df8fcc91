import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, inSentence } from "../../public/lib/words.js";

test("a name loses its capital letter within a sentence, but no German noun and no abbreviation", () => {
  const sentence = (name, locale) => fill("No {plural} yet", { plural: inSentence(name, locale) });
  assert.equal(sentence("Plants", "en"), "No plants yet");
  assert.equal(sentence("Élèves", "fr"), "No élèves yet");
  assert.equal(sentence("Pflanzen", "de"), "No Pflanzen yet");
  assert.equal(sentence("CVs", "en"), "No CVs yet");
  assert.equal(fill("New {name~}", { name: "Vet visit" }), "New vet visit");
  assert.equal(fill("New {name~}", { name: "CV" }), "New CV");
});

import { describe, expect, it } from "@jest/globals";
import { asksForCommits } from "#local/brain/recognise/commits.ts";
import { consult } from "#local/brain/roles/consultant.ts";

const ASKED = [
  "release what I committed",
  "Please release what I've pushed to GitHub.",
  "deploy my changes",
  "publish the latest commits on main",
  "ship everything we merged",
  "use my edits from the repository please",
  "Veröffentliche, was ich committet habe",
  "Veröffentliche meine Änderungen",
  "übernimm die letzten Commits aus dem Repository",
  "publie ce que j’ai commité",
  "déployez mes modifications",
  "publica lo que he subido",
  "incorpora los últimos cambios del repositorio",
];
const OTHER = [
  "release what I committed and make it blue",
  "add a field for changes",
  "publish a changelog",
  "use my colours",
  "deploy",
  "what did I commit?",
  "do not release what I committed",
  "an app for my commits",
  "Zeige meine Änderungen an",
  "publica un blog",
];

describe("a request to release what was committed", () => {
  it.each(ASKED)("is %j", (message) => {
    expect(asksForCommits(message)).toBe(true);
  });
  it.each(OTHER)("is not %j", (message) => {
    expect(asksForCommits(message)).toBe(false);
  });

  it.each([
    ["a plant watering tracker", "release what I committed"],
    ["eine Einkaufsliste", "Veröffentliche meine Änderungen"],
    ["a landing page for a bakery in Lyon", "deploy my changes"],
  ])("changes nothing of %s", (words, message) => {
    const before = consult({ messages: [words] }).proposal;
    const after = consult({ messages: [words, message], previous: before }).proposal;
    expect(before?.specification).toBeDefined();
    expect(after?.specification).toEqual(before?.specification);
    expect(consult({ messages: [words, message, "make it blue"] }).proposal?.specification).toEqual(
      consult({ messages: [words, "make it blue"] }).proposal?.specification,
    );
  });
});

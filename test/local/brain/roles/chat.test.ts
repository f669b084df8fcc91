import { describe, expect, it } from "@jest/globals";
import { chat } from "#local/brain/roles/chat.ts";

const answerTo = (question: string) => chat({ question }).answer;

/** The commonest questions, in the order of the languages, with a word that only the right answer has. */
const COMMON: readonly (readonly [questions: readonly string[], answer: RegExp])[] = [
  [
    ["How much does it cost?", "Was kostet das?", "Combien ça coûte ?", "¿Cuánto cuesta?"],
    /paid|kosten|payant|pago/i,
  ],
  [
    [
      "How long does a build take?",
      "Wie lange dauert ein Build?",
      "Combien de temps dure une mission ?",
      "¿Cuánto tarda una misión?",
    ],
    /minut/i,
  ],
  [
    ["What can you build?", "Was kannst du bauen?", "Que peux-tu construire ?", "¿Qué puedes crear?"],
    /everyday|alltäglich|quotidien|cotidian/i,
  ],
  [
    [
      "Where is my code?",
      "Where does the code go?",
      "Wo ist mein Code?",
      "Où est mon code ?",
      "¿Dónde está mi código?",
    ],
    /pull request/i,
  ],
  [
    ["Is my data safe?", "Sind meine Daten sicher?", "Où sont mes données ?", "¿Mis datos están seguros?"],
    /browser|navigateur|navegador/i,
  ],
  [
    [
      "How do I cancel a mission?",
      "Wie kann ich eine Mission abbrechen?",
      "Wie breche ich eine Mission ab?",
      "Comment annuler une mission ?",
      "¿Cómo cancelar una misión?",
      "¿Cómo cancelo una misión?",
    ],
    /gantry cancel/,
  ],
  [
    [
      "How do I change my app?",
      "Kann ich die App ändern?",
      "Comment modifier mon application ?",
      "¿Cómo modificar mi aplicación?",
    ],
    /gantry change/,
  ],
  [
    [
      "How do I go back to an earlier release?",
      "Wie komme ich zu einer früheren Version zurück?",
      "Comment revenir à une version précédente ?",
      "¿Cómo vuelvo a una versión anterior?",
    ],
    /gantry rollback/,
  ],
  [
    [
      "How do I start a mission?",
      "Wie kann ich eine Mission starten?",
      "Comment lancer une mission ?",
      "¿Cómo iniciar una misión?",
    ],
    /confirm|bestätig/i,
  ],
  [
    [
      "How do I verify the evidence?",
      "Wie kann ich den Nachweis überprüfen?",
      "Comment vérifier les preuves ?",
      "¿Cómo verificar las pruebas?",
    ],
    /gantry verify/,
  ],
];

describe("a question about Gantry", () => {
  it.each(COMMON.flatMap(([questions, answer]) => questions.map((question) => [question, answer] as const)))(
    "%j is answered",
    (question, answer) => {
      expect(answerTo(question)).toMatch(answer);
    },
  );

  it("is answered in its language", () => {
    expect(answerTo("Wie kann ich eine Mission abbrechen?")).toMatch(/bricht eine Mission ab/);
    expect(answerTo("Comment annuler une mission ?")).toMatch(/annule une mission/);
    expect(answerTo("¿Cómo cancelar una misión?")).toMatch(/cancela una misión/);
  });

  it.each(["Who won the world cup?", "What is the meaning of life?", "asdf"])(
    "is not what %j asks, which is said",
    (question) => {
      expect(answerTo(question)).toMatch(/only have prepared answers/);
    },
  );
});

import { describe, expect, it } from "@jest/globals";
import { LOCALES } from "#core/factory/specification/specification.ts";
import { ANSWERS } from "#local/brain/asides/answers.ts";
import { answerAside } from "#local/brain/asides/aside.ts";
import { TOPICS, type Topic } from "#local/brain/asides/topics.ts";
import { consult } from "#local/brain/roles/consultant.ts";

const STACK = {
  en: "HTML, CSS and JavaScript",
  de: "HTML, CSS und JavaScript",
  fr: "HTML, CSS et JavaScript",
  es: "HTML, CSS y JavaScript",
};

const PLAN = "static";
const answerTo = (message: string) => answerAside(message, PLAN)?.speech;

const QUESTIONS: Readonly<Record<Topic, readonly string[]>> = {
  cost: [
    "How much does it cost?",
    "Is it free?",
    "What will I pay?",
    "Was kostet das?",
    "Combien ça coûte ?",
    "¿Cuánto cuesta?",
  ],
  time: [
    "How long will it take?",
    "When is it ready?",
    "Wie lange dauert das?",
    "C'est prêt quand ?",
    "¿Cuánto tarda?",
  ],
  stack: [
    "What stack is it?",
    "Which technology do you use?",
    "Welche Technik wird verwendet?",
    "Quelle technologie ?",
    "¿Qué tecnología usa?",
  ],
  abilities: [
    "What can you do?",
    "what kinds of apps can you build?",
    "Was kannst du bauen?",
    "Que peux-tu faire ?",
    "¿Qué puedes hacer?",
  ],
  data: [
    "Where is my data stored?",
    "Who can see it?",
    "Wo werden die Daten gespeichert?",
    "Où sont les données ?",
    "¿Dónde se guardan los datos?",
  ],
  next: [
    "What happens next?",
    "what happens after I confirm",
    "Was passiert danach?",
    "Que se passe-t-il ensuite ?",
    "¿Qué pasa después?",
  ],
  code: [
    "Do I get the source code?",
    "Bekomme ich den Quellcode?",
    "À qui appartient le code ?",
    "¿El código es mío?",
  ],
  change: [
    "Can I change it later?",
    "Kann ich das später ändern?",
    "Je peux le modifier plus tard ?",
    "¿Lo puedo cambiar más tarde?",
  ],
  devices: [
    "Does it work on my phone?",
    "Läuft das auf dem Handy?",
    "Ça marche sur mobile ?",
    "¿Funciona en el móvil?",
  ],
  safety: ["Is it tested?", "Is it safe?", "Ist das sicher?", "C'est sécurisé ?", "¿Es seguro?"],
};

/** Requests and changes in the form of a question, and what is no question at all. */
const WISHES = [
  "Can it have tags?",
  "Could you add a price to each book?",
  "Can you make it blue?",
  "Does it have a calendar?",
  "Is there a dark mode?",
  "What about a due date?",
  "Can I export the data as CSV?",
  "Can it work offline?",
  "How about a timer?",
  "Can you build a shop?",
  "add a cost field",
  "make it faster",
  "the code of a coupon",
  "Kannst du Tags hinzufügen?",
  "Peux-tu ajouter une photo ?",
  "¿Puedes añadir fotos?",
  "yes",
  "?",
  "",
];

describe("a question beside a plan", () => {
  it.each(Object.entries(QUESTIONS))("about %s is answered in its language", (topic, questions) => {
    const known = LOCALES.map((locale) => ANSWERS[locale][topic as Topic]({ stack: STACK[locale] }));
    for (const question of questions)
      expect([question, known]).toEqual([question, expect.arrayContaining([answerTo(question)])]);
    expect(answerTo(questions[0] as string)).toBe(known[0]);
  });

  it.each(WISHES)("is not found in %j", (message) => {
    expect(answerAside(message, PLAN)).toBeNull();
  });

  it("names the stack of the plan", () => {
    expect(answerAside("Which framework?", "vite-react")?.speech).toContain("Vite, React and TypeScript");
  });

  it("has an answer of at most 240 characters for each topic in each language", () => {
    for (const locale of LOCALES)
      for (const topic of Object.keys(TOPICS) as Topic[])
        expect(ANSWERS[locale][topic]({ stack: "HTML, CSS and JavaScript" }).length).toBeLessThanOrEqual(240);
  });
});

describe("a question before there is a plan", () => {
  it.each([
    ["what can you do?", "What should the app keep?"],
    ["Was kostet das?", "Was soll die App verwalten?"],
    ["Combien ça coûte ?", "Que doit garder l'application ?"],
    ["¿Cuánto tarda?", "¿Qué debe guardar la aplicación?"],
  ])("such as %j is answered, and what to build is asked", (message, question) => {
    expect(consult({ messages: [message] })).toMatchObject({ proposal: null, aside: true, question });
  });

  it("leaves the open question as it is", () => {
    const { aside, question } = consult({ messages: ["a dragon tracker", "What does it cost?"] });
    expect([aside, question]).toEqual([true, "Which details should a dragon have?"]);
  });

  it("about its technology is answered once there is one", () => {
    expect(answerAside("Which framework?", null)).toBeNull();
  });
});

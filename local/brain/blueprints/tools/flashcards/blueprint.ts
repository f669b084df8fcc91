import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Values } from "#local/brain/blueprint.ts";
import { DARK_MODE, EXPORT, PERSISTENCE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { attribute, button, click, fill, press, reload, see } from "#local/brain/blueprints/steps.ts";
import { defineTool, type ToolPromise } from "#local/brain/blueprints/tools/tool.ts";
import { deckSetting } from "./deck.ts";
import { TEXTS } from "./texts.ts";

const NAMES = {
  en: `flashcard app, flashcard, flash card, flash card app, flashcard tool, flash card tool, flashcard trainer, index card app,
    study card, study card app, leitner box, leitner app`,
  de: `Karteikarten, Karteikarte, Karteikarten-App, Karteikartenapp, Lernkarten, Lernkarte, Lernkartei, Karteikasten,
    Lernkarten-App`,
  fr: `fiches de révision, fiche de révision, cartes mémoire, carte mémoire, cartes de révision, carte de révision,
    application de cartes mémoire`,
  es: `tarjetas de estudio, tarjeta de estudio, fichas de estudio, ficha de estudio, tarjetas de memoria,
    aplicación de tarjetas de estudio`,
};

/** Learns with cards in five boxes, after Leitner. */
export const FLASHCARDS = defineTool({
  kind: "flashcards",
  title: "Flashcards",
  spoken: "flashcards",
  hue: 265,
  names: NAMES,
  purposes: "learn, learning, study, studying, revise, revising, memorise, memorize",
  inherent: `card, deck, front, back, front and back, flip, flipping, turn, question, answer, leitner, leitner system, box,
    spaced repetition, due date, due, again, knew it, add, edit, delete, add card, edit card, delete card,
    Stapel, Vorderseite, Rückseite, umdrehen, Fach, Fächer, paquet, paquets, recto, verso, mazo,
    mazos, anverso, reverso`,
  summary:
    "Flashcards that run in the browser: decks, cards to flip, and five boxes that bring them back when due.",
  texts: TEXTS,
  features: [
    PERSISTENCE,
    {
      ...EXPORT,
      title: "Import and export",
      spoken: "import and export",
      synonyms: phrases(
        `import, export, importing, exporting, import and export, text import, text export, import as text, export as text,
        importieren, exportieren, Import und Export, importer, exporter, importar, exportar`,
      ),
      default: true,
    },
    {
      id: "undo",
      title: "Undo",
      synonyms: phrases("undo, undo button, take back, rückgängig, rückgängig machen, annuler, deshacer"),
      default: true,
    },
    {
      id: "progress",
      title: "Progress by box",
      spoken: "progress by box",
      synonyms: phrases(
        "progress, progress bar, statistics, stats, Fortschritt, Statistik, progression, progreso",
      ),
      default: true,
    },
    DARK_MODE,
  ],
  parts: ["export", "persistence", "progress", "undo"],
  library: "public/records",
  leaves: ["public/lib/store.js", "public/lib/merge.js", "test/store.test.js", "test/merge.test.js"],
  settings: [deckSetting(Object.values(NAMES).flatMap(phrases))],
  promises: (value) => [...studyPromises(value), ...keepingPromises(value), ...exchangePromises(value)],
});

const FACE = { css: "#card" };
const inBox = (box: number) => attribute(".card-row", "data-box", String(box));
const count = (cards: number) => attribute("#cards", "data-count", String(cards));
const named = (value: Values, name: string, of = "") => click(button(value(`say_${name}`).replace("%", of)));
const add = (value: Values, front: string, back: string): AcceptanceStep[] => [
  fill(value("say_front"), front),
  fill(value("say_back"), back),
  named(value, "add"),
];

function studyPromises(value: Values): ToolPromise[] {
  return [
    {
      name: "A card is flipped and moves up a box when it is known",
      steps: [
        see(value("say_none")),
        ...add(value, "perro", "dog"),
        see("perro", FACE),
        click(FACE),
        see("dog", FACE),
        named(value, "knew"),
        see(value("say_done")),
        inBox(2),
      ],
    },
    {
      name: "New cards go into the deck of their topic",
      steps: [...add(value, "perro", "dog"), see(value("deck") || value("say_general"), { css: "#cards" })],
    },
    {
      name: "The keyboard flips cards, and one that was not known comes back",
      steps: [
        ...add(value, "perro", "dog"),
        { do: "press", target: FACE, key: "Space" },
        see("dog", FACE),
        press("1"),
        see("perro", FACE),
        inBox(1),
      ],
    },
  ];
}

function keepingPromises(value: Values): ToolPromise[] {
  return [
    {
      name: "Cards have a deck, and can be changed and deleted",
      steps: [
        fill(value("say_deck"), "Italiano"),
        ...add(value, "gatto", "dog"),
        named(value, "edit", "gatto"),
        fill(value("say_back"), "cat"),
        named(value, "save"),
        { do: "select", target: { label: value("say_study") }, value: "Italiano" },
        see("cat", { css: "#cards" }),
        named(value, "delete", "gatto"),
        count(0),
      ],
    },
    {
      feature: "undo",
      name: "A deleted card is brought back",
      steps: [
        ...add(value, "gatto", "cat"),
        named(value, "delete", "gatto"),
        count(0),
        named(value, "undo"),
        count(1),
      ],
    },
    {
      feature: "progress",
      name: "The cards of each box are counted",
      steps: [...add(value, "perro", "dog"), click(FACE), named(value, "knew"), see("1", { css: "#box-2" })],
    },
    {
      feature: "persistence",
      name: "Cards and their boxes are still there after a reload",
      steps: [
        ...add(value, "perro", "dog"),
        click(FACE),
        named(value, "knew"),
        inBox(2),
        reload,
        count(1),
        inBox(2),
      ],
    },
  ];
}

function exchangePromises(value: Values): ToolPromise[] {
  return [
    {
      feature: "export",
      name: "Cards are imported from text and exported as text",
      steps: [
        click({ css: "summary" }),
        fill(value("say_lines"), "uno;one\ndos;two"),
        named(value, "import"),
        count(2),
        see("two", { css: "#cards" }),
        named(value, "export"),
        see(value("say_exported").replace("%", `${value("say_file")}.txt`)),
      ],
    },
    {
      feature: "export",
      name: "Imported cards keep their box and their date",
      steps: [
        click({ css: "summary" }),
        fill(value("say_lines"), "tres;three;4;2999-12-31"),
        named(value, "import"),
        count(1),
        inBox(4),
        see(value("say_done")),
      ],
    },
  ];
}

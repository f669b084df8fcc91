import type { Catalogue } from "../en/catalogue.ts";

export const chat: Catalogue["chat"] = {
  ask: "Fragen",
  lead: "Fragen zu Gantry und Ihren Missionen. Hier wird nichts gebaut.",
  newChat: "Neuer Chat",
  yourQuestion: "Ihre Frage",
  hint: "Eine Frage stellen",
  suggestions: "Was andere fragen",
  suggested: [
    "Woraus besteht Gantry?",
    "Wie breche ich eine Mission ab?",
    "Was kostet eine Mission?",
    "Wie ändere ich eine App?",
  ],
  sources: "Aus der Dokumentation",
  doing: {
    searching: "Die Dokumentation wird durchsucht …",
    answering: "Die Antwort wird geschrieben …",
    planning: "Plant …",
  },
  ready: (sentence) => `Antwort ist da: ${sentence}`,
  noAnswer: "Diese Frage hat keine Antwort. Stellen Sie sie noch einmal.",
  states: { open: "Chat", answering: "Wird beantwortet" },
};

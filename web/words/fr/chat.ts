import type { Catalogue } from "../en/catalogue.ts";

export const chat: Catalogue["chat"] = {
  ask: "Questions",
  lead: "Des questions sur Gantry et vos missions. Rien n'est construit ici.",
  newChat: "Nouvelle discussion",
  yourQuestion: "Votre question",
  hint: "Posez une question",
  suggestions: "Ce que d'autres demandent",
  suggested: [
    "De quoi Gantry est-il fait ?",
    "Comment annuler une mission ?",
    "Combien coûte une mission ?",
    "Comment modifier une application ?",
  ],
  sources: "D'après la documentation",
  doing: {
    searching: "Recherche dans la documentation …",
    answering: "La réponse s'écrit …",
    planning: "Planification …",
  },
  ready: (sentence) => `Réponse prête : ${sentence}`,
  noAnswer: "Cette question n'a pas de réponse. Posez-la de nouveau.",
  states: { open: "Discussion", answering: "Réponse en cours" },
};

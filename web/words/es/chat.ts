import type { Catalogue } from "../en/catalogue.ts";

export const chat: Catalogue["chat"] = {
  ask: "Preguntas",
  lead: "Preguntas sobre Gantry y sus misiones. Aquí no se construye nada.",
  newChat: "Chat nuevo",
  yourQuestion: "Su pregunta",
  hint: "Haga una pregunta",
  suggestions: "Lo que otros preguntan",
  suggested: [
    "¿De qué se compone Gantry?",
    "¿Cómo cancelo una misión?",
    "¿Cuánto cuesta una misión?",
    "¿Cómo cambio una aplicación?",
  ],
  sources: "De la documentación",
  doing: {
    searching: "Buscando en la documentación …",
    answering: "Escribiendo la respuesta …",
    planning: "Planificando …",
  },
  ready: (sentence) => `Respuesta lista: ${sentence}`,
  noAnswer: "Esta pregunta no tiene respuesta. Hágala de nuevo.",
  states: { open: "Chat", answering: "En respuesta" },
};

import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";

const counted = countedIn("es");

export const palette: Catalogue["palette"] = {
  title: "Búsqueda y comandos",
  open: "Buscar",
  hint: "Ir a una página o misión, o hacer algo",
  results: (count) => counted(count, "resultado", "resultados"),
  nothing: (query) => `Nada se llama «${query}».`,
  searching: "Buscando …",
  groups: {
    pages: "Páginas",
    actions: "Acciones",
    conversations: "Conversaciones",
    missions: "Misiones",
    projects: "Proyectos",
  },
  startBuild: "Empezar una construcción",
  theme: (name) => `Apariencia: ${name}`,
  language: (name) => `Idioma: ${name}`,
  shortcuts: "Atajos de teclado",
  close: "Cerrar",
  help: "Mostrar estos atajos",
  send: "Enviar un mensaje",
  newLine: "Empezar una línea nueva en un mensaje",
  leave: "Cerrar un cuadro de diálogo",
  singleKeys: "Atajos de una sola tecla",
  keyboardLead: "Desactívelos si estorban al dictado por voz.",
};

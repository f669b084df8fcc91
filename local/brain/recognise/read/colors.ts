import type { Locale } from "#core/factory/specification/specification.ts";

/** `hex en de fr es`; each with its inflected forms, separated by slashes. */
const TABLE = `
#b91c1c red rot/rote/roter/rotes/rotem rouge/rouges rojo/roja
#c2410c orange orange/oranger orange naranja/anaranjado
#a16207 yellow gelb/gelbe/gelber/gelbes jaune/jaunes amarillo/amarilla
#15803d green grün/grüne/grüner/grünes/grünem vert/verte/verts verde/verdes
#0f766e teal petrol/türkis/blaugrün sarcelle turquesa
#0e7490 cyan/turquoise cyan cyan/turquoise cian
#1d4ed8 blue blau/blaue/blauer/blaues/blauem bleu/bleue/bleus azul/azules
#1e3a8a navy marineblau/dunkelblau marine marino
#4338ca indigo indigo indigo índigo
#7e22ce purple/violet lila/violett/violette violet/violette morado/morada/violeta
#be185d pink/magenta rosa/pink rose/magenta rosa/rosado
#7c2d12 brown braun/braune/brauner marron/brun marrón
#374151 gray/grey grau/graue/graues gris/grise gris
#111827 black schwarz/schwarze/schwarzes noir/noire negro/negra
`;

/** The words for colors, with a shade that is readable as an accent. */
export const COLORS: Readonly<Record<Locale, readonly (readonly [string, string])[]>> = {
  en: column(1),
  de: column(2),
  fr: column(3),
  es: column(4),
};

function column(index: number): (readonly [string, string])[] {
  return TABLE.trim()
    .split("\n")
    .flatMap((line) => {
      const cells = line.split(" ");
      return (cells[index] ?? "").split("/").map((word) => [word, cells[0] ?? ""] as const);
    });
}

import { settingOf } from "#local/brain/blueprints/setting.ts";

const BOARD =
  /(?:(?<!\p{L})(?:on|auf|sur|en|with|mit|avec|con)\s+(?:an?|einem?|einer|une?|una)\s+(?:(?:board|grid|brett|feld|raster|grille|plateau|tablero|cuadrícula)\s+(?:(?:of|von|de)\s+)?)?)?(?<![\d.,])([3-5])\s*(?:x|×|by|mal|auf|sur|par|por)\s*\1(?![\d.,]*\d)(?:[\s-]+(?:board|grid|brett|feld|spielfeld|raster|grille|plateau|tablero|cuadrícula)(?!\p{L}))?/iu;

/** The rows and columns of the board. Larger ones would have tiles too small for their numbers on a phone. */
export const SIZE = settingOf({
  id: "size",
  initial: "4",
  patterns: [BOARD],
  value: ([, size = ""]) => size,
  said: {
    en: "The board has % rows and columns.",
    de: "Das Brett hat % Reihen und Spalten.",
    fr: "La grille a % lignes et colonnes.",
    es: "El tablero tiene % filas y columnas.",
  },
});

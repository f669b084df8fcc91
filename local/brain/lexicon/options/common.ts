import { optionSet } from "./read.ts";

/** Options that fit records of every domain. */
export const COMMON_OPTIONS = [
  optionSet(
    "category",
    `
    personal | Personal | Persönlich | Personnel | Personal
    work     | Work     | Arbeit     | Travail   | Trabajo
    home     | Home     | Zuhause    | Maison    | Casa
    other    | Other    | Sonstiges  | Autre     | Otros
    `,
  ),
  optionSet(
    "task_status",
    `
    to_do       | To do       | Offen          | À faire  | Pendiente
    in_progress | In progress | In Arbeit      | En cours | En curso
    done*       | Done        | Erledigt       | Terminé  | Hecho
    `,
  ),
  optionSet(
    "priority",
    `
    low    | Low    | Niedrig | Basse   | Baja
    medium | Medium | Mittel  | Moyenne | Media
    high   | High   | Hoch    | Haute   | Alta
    `,
  ),
  optionSet(
    "frequency",
    `
    daily   | Daily   | Täglich      | Quotidien    | Diaria
    weekly  | Weekly  | Wöchentlich  | Hebdomadaire | Semanal
    monthly | Monthly | Monatlich    | Mensuel      | Mensual
    yearly  | Yearly  | Jährlich     | Annuel       | Anual
    `,
  ),
  optionSet(
    "unit",
    `
    piece      | piece      | Stück     | pièce             | unidad
    gram       | g          | g         | g                 | g
    kilogram   | kg         | kg        | kg                | kg
    millilitre | ml         | ml        | ml                | ml
    litre      | l          | l         | l                 | l
    teaspoon   | teaspoon   | Teelöffel | cuillère à café   | cucharadita
    tablespoon | tablespoon | Esslöffel | cuillère à soupe  | cucharada
    cup        | cup        | Tasse     | tasse             | taza
    pack       | pack       | Packung   | paquet            | paquete
    `,
  ),
  optionSet(
    "relationship",
    `
    family    | Family    | Familie   | Famille   | Familia
    friend    | Friend    | Freunde   | Ami       | Amistad
    colleague | Colleague | Arbeit    | Collègue  | Trabajo
    neighbour | Neighbour | Nachbarschaft | Voisin | Vecindario
    other     | Other     | Sonstige  | Autre     | Otra
    `,
  ),
];

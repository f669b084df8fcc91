import type { Locale } from "#core/factory/specification/specification.ts";

/** Names for a whole app, with the key of the noun that it keeps. */
export const ALIASES: Readonly<Record<Locale, readonly (readonly [name: string, noun: string])[]>> = {
  en: [
    ["CRM", "customer"],
    ["customer relationship management", "customer"],
    ["address book", "contact"],
    ["phone book", "contact"],
    ["reading list", "book"],
    ["watchlist", "movie"],
  ],
  de: [
    ["CRM", "customer"],
    ["Adressbuch", "contact"],
    ["Telefonbuch", "contact"],
    ["Leseliste", "book"],
    ["Packliste", "packing_item"],
    ["Einkaufsliste", "shopping_item"],
    ["Terminplaner", "appointment"],
  ],
  fr: [
    ["CRM", "customer"],
    ["carnet d'adresses", "contact"],
    ["répertoire téléphonique", "contact"],
    ["liste de lecture", "book"],
    ["liste de courses", "shopping_item"],
  ],
  es: [
    ["CRM", "customer"],
    ["libreta de direcciones", "contact"],
    ["agenda telefónica", "contact"],
    ["lista de lectura", "book"],
    ["lista de la compra", "shopping_item"],
  ],
};

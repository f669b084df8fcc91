import type { Day } from "#core/factory/specification/site.ts";
import type { Locale } from "#core/factory/specification/specification.ts";

/** The words of a site that are not part of its specification. */
interface SiteWords {
  readonly skip: string;
  readonly menu: string;
  /** The mark of a section with placeholders. */
  readonly replace: string;
  readonly call: string;
  readonly write: string;
  readonly visit: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly map: string;
  readonly price: string;
  readonly date: string;
  readonly day: string;
  readonly hours: string;
  readonly closed: string;
  readonly hoursMissing: string;
  readonly photo: string;
  readonly person: string;
  readonly role: string;
  readonly quote: string;
  readonly by: string;
  readonly post: string;
  readonly top: string;
  readonly days: Readonly<Record<Day, string>>;
}

const EN: SiteWords = {
  skip: "Skip to content",
  menu: "Sections",
  replace: "Replace the outlined text.",
  call: "Phone",
  write: "E-mail",
  visit: "Address",
  phone: "Phone number",
  email: "E-mail address",
  address: "Street, number and town",
  map: "Show on a map",
  price: "Price",
  date: "Date",
  day: "Day",
  hours: "Hours",
  closed: "Closed",
  hoursMissing: "Opening hours",
  photo: "Photo",
  person: "Name",
  role: "Role",
  quote: "A sentence from someone who was here",
  by: "Name",
  post: "What is new",
  top: "Back to the top",
  days: {
    mon: "Monday",
    tue: "Tuesday",
    wed: "Wednesday",
    thu: "Thursday",
    fri: "Friday",
    sat: "Saturday",
    sun: "Sunday",
  },
};

const DE: SiteWords = {
  skip: "Zum Inhalt",
  menu: "Abschnitte",
  replace: "Umrandete Stellen sind noch zu ersetzen.",
  call: "Telefon",
  write: "E-Mail",
  visit: "Adresse",
  phone: "Telefonnummer",
  email: "E-Mail-Adresse",
  address: "Straße, Hausnummer und Ort",
  map: "Auf der Karte zeigen",
  price: "Preis",
  date: "Datum",
  day: "Tag",
  hours: "Uhrzeit",
  closed: "Geschlossen",
  hoursMissing: "Öffnungszeiten",
  photo: "Foto",
  person: "Name",
  role: "Aufgabe",
  quote: "Ein Satz von jemandem, der hier war",
  by: "Name",
  post: "Was es Neues gibt",
  top: "Nach oben",
  days: {
    mon: "Montag",
    tue: "Dienstag",
    wed: "Mittwoch",
    thu: "Donnerstag",
    fri: "Freitag",
    sat: "Samstag",
    sun: "Sonntag",
  },
};

const FR: SiteWords = {
  skip: "Aller au contenu",
  menu: "Rubriques",
  replace: "Les passages encadrés sont à remplacer.",
  call: "Téléphone",
  write: "E-mail",
  visit: "Adresse",
  phone: "Numéro de téléphone",
  email: "Adresse e-mail",
  address: "Rue, numéro et ville",
  map: "Voir sur une carte",
  price: "Prix",
  date: "Date",
  day: "Jour",
  hours: "Horaires",
  closed: "Fermé",
  hoursMissing: "Horaires d’ouverture",
  photo: "Photo",
  person: "Nom",
  role: "Fonction",
  quote: "Une phrase d’une personne qui est venue",
  by: "Nom",
  post: "Ce qu’il y a de nouveau",
  top: "Haut de page",
  days: {
    mon: "Lundi",
    tue: "Mardi",
    wed: "Mercredi",
    thu: "Jeudi",
    fri: "Vendredi",
    sat: "Samedi",
    sun: "Dimanche",
  },
};

const ES: SiteWords = {
  skip: "Ir al contenido",
  menu: "Secciones",
  replace: "Los lugares recuadrados están por reemplazar.",
  call: "Teléfono",
  write: "Correo",
  visit: "Dirección",
  phone: "Número de teléfono",
  email: "Correo electrónico",
  address: "Calle, número y ciudad",
  map: "Ver en un mapa",
  price: "Precio",
  date: "Fecha",
  day: "Día",
  hours: "Horario",
  closed: "Cerrado",
  hoursMissing: "Horario de apertura",
  photo: "Foto",
  person: "Nombre",
  role: "Función",
  quote: "Una frase de alguien que estuvo aquí",
  by: "Nombre",
  post: "Qué hay de nuevo",
  top: "Volver arriba",
  days: {
    mon: "Lunes",
    tue: "Martes",
    wed: "Miércoles",
    thu: "Jueves",
    fri: "Viernes",
    sat: "Sábado",
    sun: "Domingo",
  },
};

const WORDS: Readonly<Record<Locale, SiteWords>> = { en: EN, de: DE, fr: FR, es: ES };

export const siteWords = (locale: Locale): SiteWords => WORDS[locale];

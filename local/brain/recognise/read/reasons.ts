import type { Locale } from "#core/factory/specification/specification.ts";

/** Why words are refused that no list names, by language. */
export const WHY: Readonly<
  Record<
    Locale,
    Readonly<Record<"unknown" | "number" | "always" | "stack" | "records" | "full" | "people", string>>
  >
> = {
  en: {
    unknown: "This is not among the details, views and functions that can be built without a model.",
    number: "It is not clear which detail this number belongs to.",
    always: "Every app does this; it cannot be left out.",
    stack: "Apps of this kind are built with plain HTML, CSS and JavaScript.",
    records: "Without a model, only apps that keep records can be built.",
    full: "An app has room for at most 8 kinds of records with 30 details each.",
    people: "The app is used on one device by one person at a time.",
  },
  de: {
    unknown:
      "Das gehört nicht zu den Angaben, Ansichten und Funktionen, die ohne Modell gebaut werden können.",
    number: "Es ist nicht klar, zu welcher Angabe diese Zahl gehört.",
    always: "Das tut jede App; es lässt sich nicht weglassen.",
    stack: "Apps dieser Art werden mit einfachem HTML, CSS und JavaScript gebaut.",
    records: "Ohne Modell können nur Apps gebaut werden, die Einträge verwalten.",
    full: "Eine App fasst höchstens 8 Arten von Einträgen mit je 30 Angaben.",
    people: "Die App wird auf einem Gerät von einer Person zur Zeit benutzt.",
  },
  fr: {
    unknown:
      "Cela ne fait pas partie des détails, vues et fonctions qui peuvent être construits sans modèle.",
    number: "On ne sait pas à quel détail ce nombre se rapporte.",
    always: "Toute application le fait ; on ne peut pas l'enlever.",
    stack: "Ces applications sont construites en HTML, CSS et JavaScript simples.",
    records: "Sans modèle, seules des applications qui gardent des fiches peuvent être construites.",
    full: "Une application contient au plus 8 sortes de fiches de 30 détails chacune.",
    people: "L'application s'utilise sur un seul appareil, par une personne à la fois.",
  },
  es: {
    unknown: "No está entre los detalles, vistas y funciones que se pueden crear sin un modelo.",
    number: "No está claro a qué detalle se refiere este número.",
    always: "Todas las aplicaciones lo hacen; no se puede quitar.",
    stack: "Estas aplicaciones se crean con HTML, CSS y JavaScript sencillos.",
    records: "Sin un modelo solo se pueden crear aplicaciones que guardan fichas.",
    full: "Una aplicación admite como máximo 8 tipos de fichas con 30 detalles cada uno.",
    people: "La aplicación se usa en un solo dispositivo, por una persona a la vez.",
  },
};

import { textTable } from "#local/brain/blueprints/texts.ts";
import { UNIT_NAMES } from "./unit-names.ts";

/** What the unit converter says. */
export const TEXTS = {
  ...textTable(`
  title        | Unit Converter | Einheitenrechner | Convertisseur d’unités | Conversor de unidades
  lead         | Ten kinds of units, exact factors. | Zehn Arten von Einheiten, genaue Faktoren. | Dix sortes d’unités, des facteurs exacts. | Diez tipos de unidades, factores exactos.
  conversion   | Conversion | Umrechnung | Conversion | Conversión
  category     | Category | Kategorie | Catégorie | Categoría
  value        | Value | Wert | Valeur | Valor
  from         | From | Ausgangseinheit | Unité de départ | Unidad de origen
  to           | To | Zieleinheit | Unité d’arrivée | Unidad de destino
  swap         | Swap | Tauschen | Inverser | Intercambiar
  places       | Decimal places | Nachkommastellen | Décimales | Decimales
  all_places   | All | Alle | Toutes | Todos
  enter        | Enter a number. | Geben Sie eine Zahl ein. | Saisissez un nombre. | Introduzca un número.
  no_number    | This is not a number. | Das ist keine Zahl. | Ce n’est pas un nombre. | Esto no es un número.
  too_large    | The number is too large. | Die Zahl ist zu groß. | Le nombre est trop grand. | El número es demasiado grande.
  no_result    | No result yet | Noch kein Ergebnis | Pas encore de résultat | Aún no hay resultado
  copy         | Copy result | Ergebnis kopieren | Copier le résultat | Copiar el resultado
  copied       | Copied %. | % kopiert. | % copié. | Se copió %.
  not_copied   | The browser did not allow the page to copy. | Der Browser hat der Seite nicht erlaubt zu kopieren. | Le navigateur n’a pas permis à la page de copier. | El navegador no permitió a la página copiar.
  all_units    | In all units | In allen Einheiten | Dans toutes les unités | En todas las unidades
  all_caption  | The value in all units of the category | Der Wert in allen Einheiten der Kategorie | La valeur dans toutes les unités de la catégorie | El valor en todas las unidades de la categoría
`),
  ...UNIT_NAMES,
};

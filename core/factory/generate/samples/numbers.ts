import type { Field } from "#core/factory/specification/field.ts";
import { type WordTable, wordTable } from "./word-table.ts";

/** Numbers by the words of a field or a kind of record; money in whole units of its currency. */
const AMOUNTS = wordTable(`
salary; income | Gehalt; Lohn; Einkommen; Einnahme | salaire; revenu | sueldo; salario; ingreso
3200; 850; 120
rent; lease; deposit; property; apartment; flat; room; room booking; rental; accommodation | Miete; Kaution; Immobilie; Wohnung; Unterkunft | loyer; caution; bien; appartement; logement; location | alquiler; fianza; inmueble; piso; apartamento; alojamiento
850; 1150; 690
vehicle; car; boat | Fahrzeug; Auto; Boot | véhicule; voiture; bateau | vehículo; coche; barco
12500; 8900; 21000
invoice; deal; project; quote; budget; contract; lead; renovation; campaign; investment; work order | Rechnung an Kunden; Projekt; Angebot; Budget; Vertrag; Auftrag; Renovierung; Investition | devis; projet; budget; contrat; chantier; investissement | presupuesto; proyecto; contrato; factura de cliente; reforma; inversión
1200; 480; 2750
bill; insurance; premium; repair; maintenance; service record; service; visit; treatment; flight; trip | Rechnung; Versicherung; Reparatur; Wartung; Behandlung; Besuch; Flug; Reise | facture; assurance; réparation; entretien; soin; visite; vol; voyage | factura; seguro; reparación; mantenimiento; tratamiento; visita; vuelo; viaje
89.90; 145; 62.50
fee; fees; dues; membership fee; subscription; hourly rate; rate; member | Beitrag; Gebühr; Mitgliedsbeitrag; Abo; Stundensatz; Mitglied | cotisation; frais; abonnement; tarif; membre | cuota; tarifa; suscripción; miembro; socio
60; 36; 48
shopping item; grocery; ingredient; pantry item | Einkaufsartikel; Zutat; Lebensmittel | article à acheter; ingrédient; aliment | artículo de la compra; ingrediente; alimento
2.40; 1.90; 3.20
menu item; dish; coffee; tea | Gericht; Speise; Kaffee; Tee | plat; café; thé | plato; café; té
8.50; 3.20; 12.90
`);
const MONEY = ["24.90", "9.50", "38"];

const COUNTS = wordTable(`
movie year; album year | Film Jahr; Film Erscheinungsjahr; Album Jahr | film année; album année | película año; álbum año
1927; 1942; 1931
year; vintage; built | Jahr; Baujahr; Jahrgang; Erscheinungsjahr | année; millésime | año; añada
2019; 2022; 2015
mileage | Kilometerstand | kilométrage | kilometraje; kilómetros
48200; 48950; 50110
pages | Seiten; Seitenzahl | pages | páginas
320; 418; 256
protein; fat; carbs; carbohydrates; insulin | Eiweiß; Protein; Fett; Kohlenhydrate | protéines; lipides; glucides | proteínas; grasas; grasa; hidratos de carbono
24; 31; 12
waist | Taille; Taillenumfang; Bauchumfang | taille; tour de taille | cintura
84.5; 84; 83.5
body fat | Körperfett; Körperfettanteil | masse grasse | grasa corporal
24; 23; 22
alcohol; alcohol content | Alkohol; Alkoholgehalt | alcool; taux d'alcool | alcohol; graduación alcohólica
5; 12; 40
ingredient; shopping item; pantry item; grocery | Zutat; Einkaufsartikel; Lebensmittel; Vorrat | ingrédient; article à acheter; aliment | ingrediente; artículo de la compra; alimento
4; 250; 1
age | Alter | âge | edad
34; 41; 28
reorder level; minimum stock; minimum | Mindestbestand; Meldebestand | seuil; stock minimum | mínimo; nivel mínimo; stock mínimo
5; 3; 10
number of guests; guests; people; persons; participants; companions | Gäste; Personen; Teilnehmerzahl; Begleitung | invités; personnes; participants | invitados; personas; participantes
2; 1; 4
pulse; heart rate; tempo | Puls | pouls; fréquence cardiaque | pulso
68; 72; 64
systolic | systolisch | systolique | sistólica
122; 128; 118
diastolic | diastolisch | diastolique | diastólica
78; 82; 76
capacity; seats; places | Kapazität; Plätze; Sitzplätze | capacité; places | aforo; capacidad; plazas
40; 120; 25
steps | Schritte | pas | pasos
8400; 6200; 10150
pet; dog; cat; animal | Haustier; Hund; Katze; Tier | animal; chien; chat | mascota; perro; gato; animal
8.4; 12.6; 4.2
`);

const SECONDS = wordTable(`
sleep; night of sleep; night | Schlaf; Nacht; Schlafdauer; Schlafeintrag | sommeil; nuit; nuit de sommeil | sueño; noche; noche de sueño
27000; 24600; 28800
prep time; cook time; preparation time; cooking time; brewing time | Zubereitungszeit; Vorbereitungszeit; Kochzeit; Backzeit; Ziehzeit | temps de préparation; temps de cuisson | tiempo de preparación; tiempo de cocción
1200; 2100; 900
`);
const HALF_HOURS = ["2700", "4500", "1800"];

const UNITS: Readonly<Record<string, readonly string[]>> = {
  kg: ["72.4", "71.9", "71.6"],
  g: ["250", "80", "500"],
  km: ["5.2", "8", "3.6"],
  m: ["120", "85", "240"],
  cm: ["120", "85", "60"],
  "m²": ["64", "82", "38"],
  ml: ["250", "330", "500"],
  l: ["42.5", "38.1", "45"],
  kcal: ["420", "560", "310"],
  "°C": ["21.5", "19.8", "23"],
  "mg/dl": ["96", "104", "89"],
  bpm: ["68", "72", "64"],
  mmHg: ["122", "128", "118"],
};
const PLAIN = ["3", "12", "7"];

type Look = (table: WordTable) => readonly string[] | undefined;

/** The least number of decimals with which amounts are written in hundredths: of a currency without cents as well. */
const CENTS = 2;

function textsOf({ type, unit }: Field, look: Look): readonly string[] | undefined {
  switch (type) {
    case "money":
      return look(AMOUNTS) ?? MONEY;
    case "duration":
      return look(SECONDS) ?? HALF_HOURS;
    case "percent":
      return look(COUNTS);
    default:
      return look(COUNTS) ?? (unit === undefined ? PLAIN : UNITS[unit]);
  }
}

/**
 * Three plausible numbers of a field as they are stored; undefined if none are known, or its limits do not permit them.
 * `decimals` are those of its currency.
 */
export function numbersOf(field: Field, look: Look, decimals: number): readonly number[] | undefined {
  const factor = field.type === "money" ? 10 ** Math.max(CENTS, decimals) : 1;
  const numbers = textsOf(field, look)?.map((text) => Math.round(Number(text) * factor * 10) / 10);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
  const isValid = (value: number) =>
    value >= min && value <= max && (field.type === "decimal" || Number.isInteger(value));
  return numbers?.every(isValid) ? numbers : undefined;
}

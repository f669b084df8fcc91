import type { Field } from "#core/factory/specification/field.ts";
import type { Locale } from "#core/factory/specification/specification.ts";

/** Days from the one on which the samples are added, by words in the names of a kind of record and its field: past, today and soon. */
const DAYS: readonly (readonly [words: RegExp, days: readonly number[]])[] = [
  [
    /(pet|dog|cat|animal|tier|hund|katze|chien|chat|mascota|perro|gato).*(birth|geburt|naissance|anniversaire|nacimiento|cumplea)/iu,
    [-1_460, -2_930, -700],
  ],
  [/birth|geburt|naissance|anniversaire|nacimiento|cumplea/iu, [-12_410, -9_876, -15_220]],
  [
    /until|expir|valid|warrant|bis|ablauf|gültig|garantie|jusqu|péremption|hasta|caduc|garantía/iu,
    [20, 75, 240],
  ],
  [/issued|ausgestellt|émis|émission|emiti|emisión/iu, [-17, -14, -2]],
  [/next|nächst|prochain|próxim/iu, [3, 12, 26]],
  [
    /bought|purchase|joined|registered|since|planted|opened|gekauft|kauf|seit|beigetreten|beitritt|eintritt|gepflanzt|achat|acheté|depuis|adhésion|inscri|adhér|planté|compra|desde|alta|ingreso|plantad/iu,
    [-420, -160, -35],
  ],
  [/finished|watched|gelesen|gesehen|beendet|terminé le|lu le|vu le|terminado|leído|visto/iu, [-9, -4, -1]],
  [/last|zuletzt|letzt|dernier|dernière|últim/iu, [-12, -3, -7]],
];
/** Of what is to come or has passed: due, planned or begun. */
const AROUND: readonly number[] = [-3, 0, 4];
/** Of what is written down when it was: the newest last. */
const PAST: readonly number[] = [-5, -2, 0];

/** What the field of the day of an entry is called. */
const DATE: Readonly<Record<Locale, RegExp>> = {
  en: /^date$/i,
  de: /^datum$/i,
  fr: /^date$/i,
  es: /^fecha$/i,
};
/** Kinds of records that are planned: their day may be to come. */
const PLANNED =
  /event|appoint|meet|trip|plan|class|lesson|book|reserv|concert|party|invit|shift|match|tournament|countdown|termin|veranstalt|treffen|reise|kurs|stunde|buch|feier|konzert|schicht|spiel|événement|rendez|réunion|voyage|prévu|cours|fête|évènement|evento|cita|reuni|viaje|clase|fiesta|concierto|reserva|turno|partido/iu;

/** On which days the values of a date lie in the samples. */
export function daysOf({ name }: Field, entity: string, locale: Locale): readonly number[] {
  const known = DAYS.find(([words]) => words.test(`${entity} ${name}`));
  if (known) return known[1];
  return DATE[locale].test(name) && !PLANNED.test(entity) ? PAST : AROUND;
}

/** When in the day the samples of a moment lie: what ends does so two hours after what begins. */
export function hoursOf({ name }: Field, n: number): string {
  return `${10 + n + (/^(end|ende|fin|final|schluss)/iu.test(name) ? 2 : 0)}:30`;
}

import { DAYS, type Day, type SectionOf } from "#core/factory/specification/site.ts";

/** A fact that stands in a message: its value, and the characters `start` to before `end`. */
export interface Fact<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

export const emailIn = (message: string) => find(message, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u);

/** A phone number of at least seven digits, as it is written. */
export function phoneIn(message: string): Fact<string> | undefined {
  const fact = find(message, /(?<![\w.])\+?\d[\d ()/.-]{5,24}\d(?![\w%€$£])/u);
  return fact && fact.value.replace(/\D/g, "").length >= 7 ? fact : undefined;
}

export function find(message: string, pattern: RegExp): Fact<string> | undefined {
  const match = pattern.exec(message);
  return match ? { value: match[0], start: match.index, end: match.index + match[0].length } : undefined;
}

type Hours = NonNullable<SectionOf<"hours">["days"]>;

/** The names of days and their short forms, in all languages; each may have an s of several (`Sundays`, `sonntags`). */
const DAY_NAMES: Readonly<Record<Day, string>> = {
  mon: "mon monday mo montag lun lundi lunes",
  tue: "tue tues tuesday di die dienstag mar mardi martes",
  wed: "wed weds wednesday mi mit mittwoch mer mercredi mié mie miércoles miercoles",
  thu: "thu thur thurs thursday do don donnerstag jeu jeudi jue jueves",
  fri: "fri friday fr fre freitag ven vendredi vie viernes",
  sat: "sat saturday sa sam samstag sonnabend samedi sáb sab sábado sabado",
  sun: "sun sunday so son sonntag dim dimanche dom domingo",
};

const DAYS_BY_NAME = new Map(
  DAYS.flatMap((day) =>
    DAY_NAMES[day].split(" ").flatMap((name) => [[name, day] as const, [`${name}s`, day] as const]),
  ),
);

const DAY = String.raw`\p{L}{2,10}\.?`;
const TIME = String.raw`\d{1,2}(?:[:.h]\d{2})?\s*(?:am|pm|uhr|h)?`;
const UNTIL = String.raw`\s*(?:-|–|—|to|until|till|bis|à|au|a|hasta)\s*`;
const SPAN = new RegExp(
  String.raw`(?<!\p{L})(${DAY})(?:${UNTIL}(${DAY}))?:?\s*(?:from|von|de|,)?\s*(${TIME})${UNTIL}(${TIME})`,
  "giu",
);

/** Opening hours such as `Mon–Fri 8–18, Sat 9:00-13:00`. Undefined if there are none, or none that make sense. */
export function hoursIn(message: string): Fact<Hours> | undefined {
  const spans = [...message.matchAll(SPAN)].flatMap((match) => {
    const [whole, first = "", last = first, opens = "", closes = ""] = match;
    const [from, to] = [dayOf(first), dayOf(last)];
    const times = timesOf(opens, closes);
    return from && to && times
      ? [{ days: daysBetween(from, to), ...times, start: match.index, end: match.index + whole.length }]
      : [];
  });
  const [first] = spans;
  if (!first) return undefined;
  const value = DAYS.flatMap((day) =>
    spans.filter(({ days }) => days.includes(day)).map(({ opens, closes }) => ({ day, opens, closes })),
  ).sort((a, b) => DAYS.indexOf(a.day) - DAYS.indexOf(b.day) || (a.opens < b.opens ? -1 : 1));
  const overlaps = value.some(({ day, opens }, at) => {
    const before = value[at - 1];
    return before?.day === day && opens < before.closes;
  });
  return overlaps ? undefined : { value, start: first.start, end: spans.at(-1)?.end ?? first.end };
}

const CLOSED = "closed|geschlossen|ruhetag|fermée?s?|cerrad[oa]s?";
const AND = String.raw`\s*(?:,|and|und|et|y|&)\s*(?:on\s|am\s|le\s|el\s|los\s)?`;
const ON = String.raw`(?:\s+(?:on|am|an|le|les|el|los))?`;
const CLOSINGS = [
  new RegExp(String.raw`(?<!\p{L})(?:${CLOSED})${ON}:?\s+(${DAY})(?:${AND}(${DAY}))?`, "iu"),
  new RegExp(String.raw`(?<!\p{L})(${DAY})(?:${AND}(${DAY}))?:?\s+(?:is\s|ist\s|)(?:${CLOSED})`, "iu"),
];

/** The days on which a business is closed: "closed on Sundays", "montags geschlossen". Undefined if there are none. */
export function closedIn(message: string): Fact<Day[]> | undefined {
  for (const pattern of CLOSINGS) {
    const match = pattern.exec(message);
    if (!match) continue;
    const [whole, first = "", second = ""] = match;
    const days = [first, second].flatMap((name) => dayOf(name) ?? []);
    if (days.length === 0) continue;
    // A word beside a day that is none ("closed on Sundays, founded") is not part of the fact.
    const skipped = dayOf(first) ? 0 : whole.indexOf(second, first.length);
    const end = second === "" || dayOf(second) ? whole.length : whole.lastIndexOf(first) + first.length;
    return { value: days, start: match.index + skipped, end: match.index + end };
  }
  return undefined;
}

const dayOf = (name: string): Day | undefined => DAYS_BY_NAME.get(name.toLowerCase().replace(/\.$/, ""));

function daysBetween(from: Day, to: Day): Day[] {
  const [first, last] = [DAYS.indexOf(from), DAYS.indexOf(to)];
  return DAYS.filter((_, at) => (first <= last ? at >= first && at <= last : at >= first || at <= last));
}

function timesOf(opens: string, closes: string): { opens: string; closes: string } | undefined {
  const [from, to] = [timeOf(opens), timeOf(closes)];
  if (from === undefined || to === undefined) return undefined;
  // "9-5" are office hours.
  const until = to <= from && !/am/i.test(closes) && to + 720 < 1440 ? to + 720 : to;
  return until > from ? { opens: clock(from), closes: clock(until) } : undefined;
}

function timeOf(text: string): number | undefined {
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?/i.exec(text.trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  const isAfternoon = /pm/i.test(match?.[3] ?? "") && hour < 12;
  const total = (hour + (isAfternoon ? 12 : 0)) * 60 + minute;
  return match && hour < 24 && minute < 60 ? total : undefined;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

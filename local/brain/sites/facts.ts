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

function find(message: string, pattern: RegExp): Fact<string> | undefined {
  const match = pattern.exec(message);
  return match ? { value: match[0], start: match.index, end: match.index + match[0].length } : undefined;
}

type Hours = NonNullable<SectionOf<"hours">["days"]>;

/** The beginnings of the names of days, in all languages; the first that fits counts. */
const DAY_NAMES: readonly (readonly [string, Day])[] = [
  ["mon", "mon"],
  ["mo", "mon"],
  ["lun", "mon"],
  ["tue", "tue"],
  ["die", "tue"],
  ["di", "tue"],
  ["mar", "tue"],
  ["wed", "wed"],
  ["mit", "wed"],
  ["mi", "wed"],
  ["mer", "wed"],
  ["thu", "thu"],
  ["don", "thu"],
  ["do", "thu"],
  ["jeu", "thu"],
  ["jue", "thu"],
  ["fre", "fri"],
  ["fri", "fri"],
  ["fr", "fri"],
  ["ven", "fri"],
  ["vie", "fri"],
  ["sat", "sat"],
  ["sam", "sat"],
  ["sá", "sat"],
  ["sab", "sat"],
  ["sa", "sat"],
  ["sun", "sun"],
  ["son", "sun"],
  ["so", "sun"],
  ["dim", "sun"],
  ["dom", "sun"],
];

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

function dayOf(name: string): Day | undefined {
  const plain = name.toLowerCase().replace(/\.$/, "");
  return DAY_NAMES.find(([begin]) => plain.startsWith(begin))?.[1];
}

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

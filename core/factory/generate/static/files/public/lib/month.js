const DAY = 86_400_000;

/** The first day of the week in a language or region: 0 for Sunday to 6 for Saturday. */
export function firstWeekday(tag) {
  const locale = new Intl.Locale(tag);
  const info = locale.getWeekInfo?.() ?? locale.weekInfo;
  return (info?.firstDay ?? (locale.language === "en" ? 7 : 1)) % 7;
}

/** The weeks that show a month "YYYY-MM", as rows of seven dates "YYYY-MM-DD"; the first and last may be of other months. */
export function monthGrid(month, firstDay) {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const lead = (new Date(first).getUTCDay() - firstDay + 7) % 7;
  const weeks = Math.ceil((lead + daysIn(month)) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => isoDay(first + (week * 7 + day - lead) * DAY)),
  );
}

/** The month "YYYY-MM" that lies `count` months after `month`. */
export function addMonths(month, count) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** The same day in another month, or its last day if it has no such day. */
export function sameDayIn(month, date) {
  return `${month}-${String(Math.min(Number(date.slice(8)), daysIn(month))).padStart(2, "0")}`;
}

function daysIn(month) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

function isoDay(time) {
  return new Date(time).toISOString().slice(0, 10);
}

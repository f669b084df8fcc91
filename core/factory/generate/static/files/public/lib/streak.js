const DAY = 86_400_000;
const number = (date) => Date.parse(`${date}T00:00:00Z`) / DAY;

/**
 * The days in a row up to `today` on which something was done, from the dates "YYYY-MM-DD" on which it was. A day that is
 * not over yet does not break the row: without today, the days up to yesterday count.
 */
export function streak(dates, today) {
  const days = new Set(dates.map(number));
  let day = number(today);
  if (!days.has(day)) day -= 1;
  let length = 0;
  while (days.has(day)) {
    length += 1;
    day -= 1;
  }
  return length;
}

/** The longest row of days among the dates. */
export function longestStreak(dates) {
  let best = 0;
  let length = 0;
  let last = Number.NaN;
  for (const day of [...new Set(dates.map(number))].sort((a, b) => a - b)) {
    length = day === last + 1 ? length + 1 : 1;
    best = Math.max(best, length);
    last = day;
  }
  return best;
}

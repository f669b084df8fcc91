import { HOURS_PER_MONTH } from "./prices.ts";

const PER_HOUR: Readonly<Record<string, number>> = { minute: 60, hour: 1, day: 1 / 24 };

/**
 * Returns how often a schedule such as `rate(10 minutes)` runs in a month. Throws for any other expression.
 */
export function runsPerMonth(expression: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const perHour = PER_HOUR[unit ?? ""];
  if (perHour === undefined) throw new Error(`${expression}: only rate(…) schedules can be priced.`);
  return (HOURS_PER_MONTH * perHour) / Number(count);
}

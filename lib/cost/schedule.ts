import { HOURS_PER_MONTH } from "./prices.ts";

const PER_HOUR: Readonly<Record<string, number>> = { minute: 60, hour: 1, day: 1 / 24 };

/** How often a `rate(10 minutes)` comes up in a month. Throws for any other expression, which could not be priced. */
export function runsPerMonth(expression: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const perHour = PER_HOUR[unit ?? ""];
  if (perHour === undefined) throw new Error(`${expression}: only rate(…) schedules can be priced.`);
  return (HOURS_PER_MONTH * perHour) / Number(count);
}

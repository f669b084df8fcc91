/** How numbers and times are written in a language and region. */
export interface Formats {
  readonly number: (value: number) => string;
  /** A cost in US dollars: `$0.0042`, `$1.20`. */
  readonly money: (usd: number) => string;
  /** A duration: `0.8 s`, `12.3 s`, `2 min 05 s`, `3 h 20 min`, `4 days`. */
  readonly duration: (ms: number) => string;
  /** A time in relation to now: `3 minutes ago`. Undefined within 45 seconds. */
  readonly fromNow: (ms: number) => string | undefined;
  /** A date with its time. */
  readonly moment: (date: Date) => string;
  /** A time of day, with seconds. */
  readonly clock: (date: Date) => string;
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;
const NOW_MS = 45_000;
const CENT = 0.01;
/** Between a number and its unit. */
const SPACE = "\u00a0";

/** The formats of a locale, as `de` or `de-AT`. */
export function formatsOf(locale: string): Formats {
  const dollars = { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" } as const;
  const number = new Intl.NumberFormat(locale);
  const cents = new Intl.NumberFormat(locale, dollars);
  const fractions = new Intl.NumberFormat(locale, { ...dollars, maximumFractionDigits: 4 });
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const days = new Intl.NumberFormat(locale, { style: "unit", unit: "day", unitDisplay: "long" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "medium", hour12: false });
  return {
    number: (value) => number.format(value),
    money: (usd) => (usd > 0 && usd < CENT ? fractions : cents).format(usd),
    duration: (ms) => {
      const seconds = Math.max(0, ms) / 1000;
      if (seconds < 60) return `${tenths.format(seconds)}${SPACE}s`;
      const whole = Math.round(seconds);
      const minutes = Math.floor(whole / 60);
      const two = (value: number) => String(value).padStart(2, "0");
      if (minutes < 60) return `${minutes}${SPACE}min ${two(whole % 60)}${SPACE}s`;
      const hours = Math.floor(minutes / 60);
      if (hours < 48) return `${hours}${SPACE}h ${two(minutes % 60)}${SPACE}min`;
      return days.format(Math.floor(hours / 24));
    },
    fromNow: (ms) => {
      if (Math.abs(ms) < NOW_MS) return undefined;
      const [unit, each] = UNITS.find(([, size]) => Math.abs(ms) >= size) ?? UNITS[2];
      return relative.format(Math.round(ms / each), unit);
    },
    moment: (date) => moment.format(date),
    clock: (date) => clock.format(date),
  };
}

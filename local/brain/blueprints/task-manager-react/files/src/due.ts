const DAY = 86_400_000;

/** A real day as "YYYY-MM-DD", or "". */
export function readDue(value: unknown): string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return "";
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? value : "";
}

/** Whole days from the person's own today; negative once the day is past. */
export function daysLeft(day: string, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / DAY);
}

export interface Badge {
  readonly text: string;
  readonly tone: string;
}

export function dueBadges(due: string, done: boolean, now: Date): Badge[] {
  if (due === "") return [];
  const left = daysLeft(due, now);
  const name = dayName(due, left, now);
  if (done) return [{ text: name, tone: "" }];
  if (left < 0) return [{ text: "Overdue", tone: "danger" }, { text: name, tone: "danger" }];
  return [{ text: `Due ${name}`, tone: left <= 1 ? "warn" : "accent" }];
}

function dayName(day: string, left: number, now: Date): string {
  if (left === 0) return "today";
  if (left === 1) return "tomorrow";
  if (left === -1) return "yesterday";
  const year = day.startsWith(String(now.getFullYear())) ? {} : ({ year: "numeric" } as const);
  const format = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", timeZone: "UTC", ...year });
  return format.format(new Date(`${day}T00:00:00Z`));
}

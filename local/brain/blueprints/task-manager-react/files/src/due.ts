const DAY = 86_400_000;

/** Whole days from the person's own today; negative once the day is past. */
export function daysLeft(day: string, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / DAY);
}

export interface Badge {
  readonly text: string;
  readonly tone: string;
}

export function dueBadges(due: string | null, done: boolean, now: Date): Badge[] {
  if (due === null) return [];
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

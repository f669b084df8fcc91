const DAY = 86_400_000;

/** Gives an item a day it is due (`due`: "YYYY-MM-DD" or ""), shows how close it is, and sorts by it. */
export const dueDates = {
  read: ({ due }) => ({ due: isDay(due) ? due : "" }),
  toForm: ({ due }) => ({ due }),
  badges(item, now) {
    if (item.due === "") return [];
    if (item.done) return [{ text: dayName(item.due, now) }];
    const left = daysLeft(item.due, now);
    if (left < 0)
      return [
        { text: "Overdue", tone: "danger" },
        { text: dayName(item.due, now), tone: "danger" },
      ];
    return [{ text: `Due ${dayName(item.due, now)}`, tone: left <= 1 ? "warn" : "accent" }];
  },
  compare: (a, b) => (a.due || "9999").localeCompare(b.due || "9999"),
};

/** Whether text is a real day: 2026-02-30 is none. */
export function isDay(text) {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whole days from the person's own today until `day`; negative once it is past. */
export function daysLeft(day, now) {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / DAY);
}

function dayName(day, now) {
  const left = daysLeft(day, now);
  if (left === 0) return "today";
  if (left === 1) return "tomorrow";
  if (left === -1) return "yesterday";
  const thisYear = day.startsWith(String(now.getFullYear()));
  return new Intl.DateTimeFormat("en", {
    day: "numeric",
    month: "short",
    ...(thisYear ? {} : { year: "numeric" }),
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** Minutes by which the clocks of a time zone are ahead of UTC at an instant, summer time included. */
export function offsetAt(zone, instant) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  }).formatToParts(instant);
  const [year, month, day, hour, minute] = ["year", "month", "day", "hour", "minute"].map((type) =>
    Number(parts.find((part) => part.type === type).value),
  );
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000 - Math.floor(instant / 60_000);
}

/** An offset as `UTC+5:45` or `UTC−3`. */
export function offsetText(minutes) {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  if (minutes === 0) return "UTC";
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}

/** The time in a zone at an instant. */
export function timeIn(zone, instant, { locale, hour12, seconds }) {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: hour12 ? "numeric" : "2-digit",
    minute: "2-digit",
    ...(seconds ? { second: "2-digit" } : {}),
    ...(hour12 ? { hour12: true } : { hourCycle: "h23" }),
  }).format(instant);
}

/** The day in a zone at an instant. */
export function dateIn(zone, instant, locale) {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: "long", day: "numeric", month: "long" }).format(instant);
}

/** Whether this browser knows a time zone. */
export function isZone(zone) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return typeof zone === "string";
  } catch {
    return false;
  }
}

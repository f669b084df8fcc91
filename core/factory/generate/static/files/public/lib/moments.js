/** Whether a text is a day that exists: YYYY-MM-DD. */
export function isDay(text) {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (!year) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export function isTime(text) {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The day of a Date in the zone of the device, as YYYY-MM-DD. */
export function dayOf(date) {
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** A day without a zone, in a language: `Jan 5, 2026`. */
export function dayText(day, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** A time of day, in a language: `5:30 PM` or `17:30`. */
export function timeText(time, locale) {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" }).format(new Date(`2000-01-01T${time}Z`));
}

/** A moment, shown in the zone of the device. */
export function momentText(iso, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

/** Reads a day: YYYY-MM-DD, or in the order in which a language writes dates. Undefined for anything else. */
export function readDay(text, locale) {
  const written = text.trim();
  const day = /^\d{4}-\d{1,2}-\d{1,2}$/.test(written) ? written.split("-") : inOrder(written, locale);
  const iso = day && `${pad(day[0], 4)}-${pad(day[1])}-${pad(day[2])}`;
  return iso && isDay(iso) ? iso : undefined;
}

function inOrder(written, locale) {
  const numbers = /^(\d{1,4})[./-]\s?(\d{1,2})[./-]\s?(\d{4})$/.exec(written)?.slice(1);
  if (!numbers) return undefined;
  const order = new Intl.DateTimeFormat(locale).formatToParts(new Date(0)).map((part) => part.type);
  const named = order.filter((type) => ["year", "month", "day"].includes(type));
  return ["year", "month", "day"].map((type) => numbers[named.indexOf(type)]);
}

/** Reads a time of day: 9:05, 09:05, 9:05 pm. Undefined for anything else. */
export function readTime(text) {
  const [, hour, minute, half] = /^(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim()) ?? [];
  if (hour === undefined) return undefined;
  const shift = half === undefined ? 0 : (/p/i.test(half) ? 12 : 0) - (Number(hour) === 12 ? 12 : 0);
  const time = `${pad(Number(hour) + shift)}:${minute}`;
  return isTime(time) ? time : undefined;
}

/** The moment of a text such as `2026-01-05T17:30`, which is in the zone of the device, as ISO 8601 in UTC. */
export function readMoment(text) {
  const written = text.trim();
  const form = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/.exec(written);
  if (!form || !isDay(form[1]) || !isTime(form[2])) return undefined;
  const moment = new Date(written.replace(" ", "T"));
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** A moment as a text box for date and time wants it: YYYY-MM-DDTHH:mm in the zone of the device. */
export function localMoment(iso) {
  const date = new Date(iso);
  return `${dayOf(date)}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** Whether a text is a moment as it is stored. */
export function isMoment(text) {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Seconds as h:mm, or h:mm:ss if there are seconds. */
export function durationText(seconds) {
  const rest = Math.abs(seconds);
  const [hours, minutes, left] = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60];
  return `${seconds < 0 ? "-" : ""}${hours}:${pad(minutes)}${left === 0 ? "" : `:${pad(left)}`}`;
}

/** Reads a duration in seconds: 1:30, 1:30:15, 1h 30m, 45 min, 1.5 h, and a bare number as minutes. */
export function readDuration(text) {
  const written = text.trim().toLowerCase().replace(",", ".");
  if (written === "") return null;
  const clock = /^(\d{1,5}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(written);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  if (/^\d{1,6}(\.\d+)?$/.test(written)) return Math.round(Number(written) * 60);
  const units = /^(?:(\d{1,5}(?:\.\d+)?)\s*(?:h|hours?|hrs?|std\.?|stunden?|heures?|horas?)\s*)?(?:(\d{1,6}(?:\.\d+)?)\s*(?:m|min\.?|mins|minutes?|minuten?|minutos?)?)?$/;
  const [, hours, minutes] = units.exec(written) ?? [];
  if (hours === undefined && minutes === undefined) return undefined;
  return Math.round(Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60);
}

function pad(number, length = 2) {
  return String(number).padStart(length, "0");
}

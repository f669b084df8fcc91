/** A link that is safe to follow: http and https only. Text without a scheme is taken as a web address. */
export function webLink(text) {
  const written = text.trim();
  if (written === "" || /\s/.test(written)) return null;
  const url = parse(/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(written) ? written : `https://${written}`);
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password) return null;
  return url.hostname === "localhost" || url.hostname.includes(".") || url.hostname.startsWith("[") ? url.href : null;
}

/** A link that opens a mail to an address, or null. */
export function mailLink(address) {
  return isMail(address) ? `mailto:${address.toWellFormed().split("@").map(encodeURIComponent).join("@")}` : null;
}

export function isMail(text) {
  return /^[^\s@<>()[\],;:"\\]+@[^\s@.<>()[\],;:"\\]+(\.[^\s@.<>()[\],;:"\\]+)+$/.test(text);
}

/** A link that calls a number, or null. */
export function phoneLink(number) {
  return isPhone(number) ? `tel:${number.replace(/[^\d+*#]/g, "")}` : null;
}

/** Whether a text is a telephone number: 3 to 15 digits with the usual separators. */
export function isPhone(text) {
  const digits = text.replace(/\D/g, "").length;
  return /^\+?[\d\s().\/*#-]+$/.test(text) && digits >= 3 && digits <= 15;
}

/** A page with a map of a place, which opens when the person follows it. */
export function mapLink(text) {
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(text.toWellFormed())}`;
}

function parse(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

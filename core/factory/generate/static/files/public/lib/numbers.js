const separators = new Map();

/** The characters with which a language writes numbers: `{ decimal, group }`. */
function separatorsOf(locale) {
  if (!separators.has(locale)) {
    const parts = new Intl.NumberFormat(locale, { useGrouping: "always" }).formatToParts(1234567.5);
    const find = (type, otherwise) => parts.find((part) => part.type === type)?.value ?? otherwise;
    separators.set(locale, { decimal: find("decimal", "."), group: find("group", ",") });
  }
  return separators.get(locale);
}

/** A number as a language shows it: `1,234.5`. */
export function shownNumber(value, locale) {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(value);
}

/** The text of a number in a language, without groups, as it stands in a text box. */
export function numberText(value, locale) {
  return plainNumber(value).replace(".", separatorsOf(locale).decimal);
}

/** The digits of a number with a point, never with an exponent. */
export function plainNumber(value) {
  const text = String(value);
  if (!text.includes("e")) return text;
  return value.toLocaleString("en-US", { useGrouping: false, maximumSignificantDigits: 17 });
}

/**
 * Reads a number as people of a language write it: with groups, with its decimal separator, or with a point. Returns
 * null for an empty text and undefined for anything that is not a number.
 */
export function readNumber(text, locale) {
  const written = text.trim().replace(/[\s\u00a0\u202f'’]/g, "").replace(/^\u2212/, "-");
  if (written === "") return null;
  const { decimal, group } = separatorsOf(locale);
  return number(grouped(written, decimal, group) ?? swapped(written));
}

/** The number with its groups removed, if its separators are those of the language. */
function grouped(written, decimal, group) {
  const separator = /\s/.test(group) ? (decimal === "," ? "." : ",") : group;
  const [whole, fraction, ...more] = written.split(decimal);
  if (more.length > 0 || (fraction ?? "").includes(separator)) return undefined;
  const groups = whole.split(separator);
  const regular = groups.slice(1).every((each) => each.length === 3) && groups[0].length <= 4;
  if (groups.length > 1 && !(regular && /^-?\d{1,3}$/.test(groups[0]))) return undefined;
  return `${groups.join("")}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** The number if it has one comma or point, which is not where the language puts its groups. */
function swapped(written) {
  return /^-?\d*[.,]\d*$/.test(written) ? written.replace(",", ".") : written;
}

function number(plain) {
  const value = /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) + 0 : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** The number of decimals of a currency's amounts: 2 for most, 0 for JPY. */
export function currencyDigits(currency) {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;
}

/** An amount of minor units as a language shows it: `$12.50`. */
export function moneyText(value, { locale, currency }) {
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(value / 10 ** currencyDigits(currency));
}

/** A share of one hundred as a language shows it: `12.5%`. */
export function percentText(value, locale) {
  const share = Number((value / 100).toPrecision(15));
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 10 }).format(share);
}

/** An amount in minor units (cents), rounded half away from zero. */
export function minorUnits(amount, currency) {
  const digits = currencyDigits(currency);
  const exact = Math.abs(amount) * 10 ** digits;
  return Math.sign(amount) * Math.round(Number(exact.toPrecision(15))) + 0;
}

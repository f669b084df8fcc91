import { readDecimal } from "./exact.js";

/** Digits with signs between groups of three, all of one kind: "12,000,000". */
const GROUPED = /^[-−]?\d{1,3}([.,])\d{3}(?:\1\d{3})*$/;

/** How a language writes numbers; `point` is its decimal sign. */
export function numerals(locale) {
  const integers = new Intl.NumberFormat(locale);
  const point = signOf(locale, "decimal");
  const group = signOf(locale, "group");
  return {
    point,
    /** The plain decimals of a text as the language writes them: "1234.5" as "1,234.5" or "1.234,5". */
    write: (text) =>
      text.replace(/(?<![.\d])\d{4,}|\./g, (part) => (part === "." ? point : integers.format(BigInt(part)))),
    /** The same for other programs: without groups, and with a hyphen as the minus sign. */
    ungrouped: (text) => text.replace("−", "-").replace(".", point),
    /**
     * Reads a number with a decimal point or a decimal comma, and with groups of thousands; null for anything else. Where
     * "1,500" could be either, the language decides. Throws RangeError for a number that is too large.
     */
    read(text) {
      const bare = text.replace(/\s/g, "");
      const sign = decimalSign(bare, group);
      const [whole, ...part] = sign === null ? [bare] : bare.split(sign);
      if (/[.,]/.test(whole) && !GROUPED.test(whole)) return null;
      return readDecimal([whole.replace(/[.,]/g, ""), ...part].join("."));
    },
  };
}

/** The last of two different signs, or the only sign, unless this language groups thousands with it. */
function decimalSign(text, group) {
  const signs = text.match(/[.,]/g) ?? [];
  const last = signs.at(-1) ?? null;
  if (last !== signs[0]) return last;
  return signs.length > 1 || (last === group && /^[-−]?[1-9]/.test(text) && GROUPED.test(text)) ? null : last;
}

function signOf(locale, type) {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  return parts.find((part) => part.type === type).value;
}

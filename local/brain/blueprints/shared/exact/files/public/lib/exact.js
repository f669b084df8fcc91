/** Exact numbers: fractions of two BigInts in lowest terms, the lower one positive. 0.1 + 0.2 is 0.3. */
const LIMIT = 10n ** 400n;
/** Significant digits of a number that does not end, such as a third. */
const DIGITS = 14;

/** The fraction of two integers. Throws RangeError with a sentence for the person when there is none. */
export function fraction(top, bottom = 1n) {
  if (bottom === 0n) throw new RangeError("Cannot divide by zero");
  const sign = bottom < 0n ? -1n : 1n;
  const shared = divisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
  const exact = { top: (sign * top) / shared, bottom: (sign * bottom) / shared };
  if (exact.top > LIMIT || exact.top < -LIMIT || exact.bottom > LIMIT) throw new RangeError("The number is too large");
  return exact;
}

function divisor(a, b) {
  let [one, other] = [a, b];
  while (other !== 0n) [one, other] = [other, one % other];
  return one === 0n ? 1n : one;
}

export const ZERO = fraction(0n);
export const add = (a, b) => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const subtract = (a, b) => add(a, negate(b));
export const multiply = (a, b) => fraction(a.top * b.top, a.bottom * b.bottom);
export const divide = (a, b) => fraction(a.top * b.bottom, a.bottom * b.top);
export const negate = (a) => ({ top: -a.top, bottom: a.bottom });

/** Reads a decimal such as "12", "-0.5", ".5", "5." or "1.5E-7"; null for anything else. */
export function readDecimal(text) {
  const match = /^([-−]?)(\d*)\.?(\d*)(?:E([+\-−]?\d{1,3}))?$/i.exec(text.trim());
  if (!match) return null;
  const [, sign, whole, part, exponent = "0"] = match;
  if (whole + part === "") return null;
  const digits = BigInt(whole + part) * (sign === "" ? 1n : -1n);
  const shift = Number(exponent.replace("−", "-")) - part.length;
  return shift >= 0 ? fraction(digits * 10n ** BigInt(shift)) : fraction(digits, 10n ** BigInt(-shift));
}

/** The exact form of a floating-point number, to 14 significant digits. */
export function fromNumber(number) {
  if (!Number.isFinite(number)) throw new RangeError("The number is too large");
  return readDecimal(number.toPrecision(DIGITS));
}

export function toNumber({ top, bottom }) {
  return Number(toDecimal({ top, bottom }).replace("−", "-"));
}

/** The number as a decimal, rounded to 14 significant digits; very large and very small ones as "1.5E20". */
export function toDecimal({ top, bottom }, digits = DIGITS) {
  if (top === 0n) return "0";
  const sign = top < 0n ? "−" : "";
  const size = top < 0n ? -top : top;
  if (bottom === 1n && size < 10n ** 21n) return sign + size;
  const start = exponentOf(size, bottom);
  const rounded = roundedAt(size, bottom, digits - 1 - start);
  const text = rounded.toString();
  const exponent = start + (text.length - digits);
  const significant = text.replace(/0+$/, "");
  return sign + (exponent > 20 || exponent < -9 ? scientific(significant, exponent) : plain(significant, exponent));
}

/** The power of ten of the first digit of `top / bottom`. */
function exponentOf(top, bottom) {
  const guess = top.toString().length - bottom.toString().length;
  const reached = guess >= 0 ? top >= bottom * 10n ** BigInt(guess) : top * 10n ** BigInt(-guess) >= bottom;
  return reached ? guess : guess - 1;
}

/** `top / bottom` times ten to the power `shift`, rounded half up. */
function roundedAt(top, bottom, shift) {
  const [scaled, by] = shift >= 0 ? [top * 10n ** BigInt(shift), bottom] : [top, bottom * 10n ** BigInt(-shift)];
  return (2n * scaled + by) / (2n * by);
}

function scientific(digits, exponent) {
  const [first, ...more] = digits;
  return `${first}${more.length > 0 ? "." : ""}${more.join("")}E${exponent}`.replace("E-", "E−");
}

function plain(digits, exponent) {
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const part = digits.slice(exponent + 1);
  return part === "" ? whole : `${whole}.${part}`;
}

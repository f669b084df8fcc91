import { fraction, fromNumber, multiply, readDecimal, toNumber } from "../lib/exact.js";

/** Keys beyond the four operations: what they insert, and their names. */
export const SCIENTIFIC_KEYS = [
  ["√(", "√", "{{say_root}}"],
  ["²", "x²", "{{say_square}}"],
  ["^", "xʸ", "{{say_power}}"],
  ["π", "π", "{{say_pi}}"],
  ["!", "n!", "{{say_factorial}}"],
  ["sin(", "sin", "{{say_sine}}"],
  ["cos(", "cos", "{{say_cosine}}"],
  ["tan(", "tan", "{{say_tangent}}"],
  ["log(", "log", "{{say_log}}"],
  ["ln(", "ln", "{{say_ln}}"],
];

export const CONSTANTS = new Map([["π", readDecimal("3.14159265358979323846")]]);

/** Functions of one number; angles are in degrees. */
export const FUNCTIONS = new Map([
  ["√", root],
  ["sin", (value) => rounded(Math.sin(radians(value)))],
  ["cos", (value) => rounded(Math.cos(radians(value)))],
  ["tan", tangent],
  ["log", (value) => logarithm(value, Math.log10)],
  ["ln", (value) => logarithm(value, Math.log)],
]);

/** Exact where the root is a fraction: √(2.25) is 1.5. */
function root(value) {
  if (value.top < 0n) throw new RangeError("A negative number has no real root");
  const [top, bottom] = [wholeRoot(value.top), wholeRoot(value.bottom)];
  return top * top === value.top && bottom * bottom === value.bottom
    ? fraction(top, bottom)
    : fromNumber(Math.sqrt(toNumber(value)));
}

/** The largest whole number whose square is not above `size` (Newton's method). */
function wholeRoot(size) {
  if (size < 2n) return size;
  let guess = 10n ** BigInt(Math.ceil(size.toString().length / 2));
  for (;;) {
    const next = (guess + size / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
}

export function factorial({ top, bottom }) {
  if (bottom !== 1n || top < 0n) throw new RangeError("Only whole numbers from 0 have a factorial");
  if (top > 200n) throw new RangeError("The number is too large");
  let result = fraction(1n);
  for (let factor = 2n; factor <= top; factor++) result = multiply(result, fraction(factor));
  return result;
}

function tangent(value) {
  const angle = toNumber(value) % 180;
  if (Math.abs(angle) === 90) throw new RangeError("There is no tangent of this angle");
  return rounded(Math.tan((angle * Math.PI) / 180));
}

function logarithm(value, of) {
  if (value.top <= 0n) throw new RangeError("Only numbers above 0 have a logarithm");
  return rounded(of(toNumber(value)));
}

function radians(value) {
  return ((toNumber(value) % 360) * Math.PI) / 180;
}

/** Hides the error of floating-point functions: the sine of 180° is 0. */
function rounded(number) {
  return fromNumber(Math.round(number * 1e14) / 1e14);
}

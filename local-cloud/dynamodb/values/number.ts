import { ServiceError } from "#local-cloud/http.ts";

/** `coefficient` × 10 ^ `exponent`; the coefficient of a canonical number ends in no zero (and zero is 0 × 10⁰). */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const NUMBER = /^([+-]?)(\d+(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d{1,9}))?$/;
const SHORT = /^(0|-?[1-9]\d{0,14})$/;
const DIGITS = 38;
const LARGEST = 125;
const SMALLEST = -130;

/**
 * Returns a number in its stored form: without exponent and redundant zeros. Throws for numbers that DynamoDB
 * cannot store.
 */
export function canonicalNumber(text: string): string {
  return SHORT.test(text) ? text : plain(parseDecimal(text));
}

/** -1, 0 or 1. Both are canonical. */
export function compareNumbers(a: string, b: string): number {
  if (a === b) return 0;
  if (SHORT.test(a) && SHORT.test(b)) return Number(a) < Number(b) ? -1 : 1;
  const { coefficient } = sum(parseDecimal(a), parseDecimal(b), -1);
  return coefficient === 0n ? 0 : coefficient < 0n ? -1 : 1;
}

/** Returns the exact sum (`sign` 1) or difference (`sign` -1). Throws if it needs more than 38 digits. */
export function addNumbers(a: string, b: string, sign: 1 | -1 = 1): string {
  return plain(limited(sum(parseDecimal(a), parseDecimal(b), sign)));
}

/** The position of the first digit: 0 for 1 to 9.99, -1 for 0.1. */
export function magnitude({ coefficient, exponent }: Decimal): number {
  return digitsOf(coefficient).length - 1 + exponent;
}

export function digitsOf(coefficient: bigint): string {
  return String(coefficient < 0n ? -coefficient : coefficient);
}

export function parseDecimal(text: string): Decimal {
  const match = NUMBER.exec(text);
  if (!match) throw invalid("A value provided cannot be converted into a number");
  const [, sign, mantissa = "", fraction = "", bare = "", power = "0"] = match;
  const digits = mantissa.replace(".", "");
  const exponent = Number(power) - (fraction || bare).length;
  return limited(normalised(BigInt(digits) * (sign === "-" ? -1n : 1n), exponent));
}

function normalised(coefficient: bigint, exponent: number): Decimal {
  if (coefficient === 0n) return { coefficient, exponent: 0 };
  const digits = coefficient.toString();
  const kept = digits.replace(/0+$/, "");
  return { coefficient: BigInt(kept), exponent: exponent + digits.length - kept.length };
}

function limited(value: Decimal): Decimal {
  if (value.coefficient === 0n) return value;
  if (magnitude(value) > LARGEST)
    throw invalid("Number overflow. Attempting to store a number with magnitude larger than supported range");
  if (magnitude(value) < SMALLEST)
    throw invalid(
      "Number underflow. Attempting to store a number with magnitude smaller than supported range",
    );
  if (digitsOf(value.coefficient).length > DIGITS)
    throw invalid("Attempting to store more than 38 significant digits in a Number");
  return value;
}

function sum(a: Decimal, b: Decimal, sign: 1 | -1): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = (value: Decimal) => value.coefficient * 10n ** BigInt(value.exponent - exponent);
  return normalised(scaled(a) + BigInt(sign) * scaled(b), exponent);
}

function plain({ coefficient, exponent }: Decimal): string {
  const sign = coefficient < 0n ? "-" : "";
  const digits = digitsOf(coefficient);
  if (exponent >= 0) return sign + digits + "0".repeat(exponent);
  const point = digits.length + exponent;
  return point > 0
    ? `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
    : `${sign}0.${"0".repeat(-point)}${digits}`;
}

function invalid(message: string): ServiceError {
  return new ServiceError("ValidationException", message);
}

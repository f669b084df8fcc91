import { add, divide, fraction, fromNumber, multiply, negate, readDecimal, subtract, toNumber } from "../lib/exact.js";
/* @feature scientific */
import { CONSTANTS, factorial, FUNCTIONS } from "../features/scientific.js";
/* @end */

const HUNDRED = fraction(100n);
const UNFINISHED = "The calculation is not finished";

/** Splits a calculation into numbers, names and signs; "*", "/" and "-" stand for ×, ÷ and −. */
export function tokensOf(text) {
  const plain = text.replaceAll("*", "×").replaceAll("/", "÷").replaceAll("-", "−").replaceAll(",", ".");
  const tokens = plain.match(/(?:\d+\.?\d*|\.\d+)(?:E[+−]?\d+)?|[a-z]+|\S/g) ?? [];
  return tokens;
}

/**
 * The exact value of a calculation, by the usual order of operations. Missing brackets at its end are added. With
 * `answer` ({ text, value }), a calculation that goes on from the last answer uses the exact value behind its text.
 * Throws RangeError with a sentence for the person.
 */
export function evaluate(text, answer = null) {
  const tokens = tokensOf(text);
  let at = 0;
  if (tokens.length === 0) throw new RangeError(UNFINISHED);
  const { value } = sum();
  if (at < tokens.length) throw new RangeError(`Unexpected “${tokens[at]}”`);
  return value;

  function take(...expected) {
    return expected.includes(tokens[at]) ? tokens[at++] : null;
  }

  /** "200 + 10 %" adds 10 % of 200, as on a pocket calculator. */
  function sum() {
    let left = product();
    for (let sign = take("+", "−"); sign; sign = take("+", "−")) {
      const right = product();
      const amount = right.percent ? multiply(left.value, right.value) : right.value;
      left = { value: sign === "+" ? add(left.value, amount) : subtract(left.value, amount) };
    }
    return left;
  }

  function product() {
    let left = signed();
    for (;;) {
      if (take("×")) left = { value: multiply(left.value, signed().value) };
      else if (take("÷")) left = { value: divide(left.value, signed().value) };
      else if (startsOperand(tokens[at])) left = { value: multiply(left.value, signed().value) };
      else return left;
    }
  }

  function signed() {
    if (take("−")) {
      const { value, percent } = signed();
      return { value: negate(value), percent };
    }
    return raised();
  }

  function raised() {
    let { value } = operand();
    let percent = false;
    for (;;) {
      if (take("%")) {
        value = divide(value, HUNDRED);
        percent = true;
        continue;
      }
      /* @feature scientific */
      if (take("!")) value = factorial(value);
      else if (take("²")) value = multiply(value, value);
      else if (take("^")) value = power(value, signed().value);
      else
        /* @end */
        return { value, percent };
    }
  }

  function operand() {
    const token = tokens[at++];
    if (token === undefined) throw new RangeError(UNFINISHED);
    if (token === "(") {
      const inner = sum();
      if (!take(")") && at < tokens.length) throw new RangeError(`Unexpected “${tokens[at]}”`);
      return inner;
    }
    /* @feature scientific */
    if (CONSTANTS.has(token)) return { value: CONSTANTS.get(token) };
    if (FUNCTIONS.has(token)) return { value: FUNCTIONS.get(token)(raised().value) };
    /* @end */
    const carried = answer !== null && token === answer.text.replace("−", "") && at === (answer.text === token ? 1 : 2);
    const value = carried ? size(answer.value) : readDecimal(token);
    if (value === null) throw new RangeError("×÷+−)".includes(token) ? UNFINISHED : `Unexpected “${token}”`);
    return { value };
  }
}

function size(value) {
  return value.top < 0n ? negate(value) : value;
}

function startsOperand(token) {
  /* @feature scientific */
  if (CONSTANTS.has(token) || FUNCTIONS.has(token)) return true;
  /* @end */
  return token === "(" || (token !== undefined && /^[\d.]/.test(token));
}

/* @feature scientific */
/** Exact for whole exponents up to 999; to 14 digits otherwise. */
function power(base, exponent) {
  if (exponent.bottom === 1n && exponent.top >= -999n && exponent.top <= 999n) return wholePower(base, exponent.top);
  const result = toNumber(base) ** toNumber(exponent);
  if (Number.isNaN(result)) throw new RangeError("There is no real result");
  return fromNumber(result);
}

function wholePower(base, exponent) {
  if (exponent < 0n) return divide(fraction(1n), wholePower(base, -exponent));
  let result = fraction(1n);
  for (let count = 0n; count < exponent; count++) result = multiply(result, base);
  return result;
}
/* @end */

import { toDecimal } from "../lib/exact.js";
import { evaluate, tokensOf } from "./expression.js";

const OPERATORS = "+−×÷^";
const MAX_LENGTH = 120;

/**
 * What the calculator shows: `text` is the calculation, `last` the one before it, `answer` the exact result that a
 * calculation may go on from, `done` whether `text` is a result, and `error` what is wrong.
 */
export const START = { text: "", last: "", answer: null, done: false, error: "" };

/** What each key of the keyboard types. */
const TYPED = new Map([
  ["*", "×"],
  ["/", "÷"],
  ["-", "−"],
  [",", "."],
  ["Enter", "="],
  ["=", "="],
  ["Backspace", "⌫"],
  ["Delete", "C"],
  ["Escape", "C"],
  /* @feature scientific */
  ["^", "^"],
  ["!", "!"],
  /* @end */
]);

/** The calculator's key for a key of the keyboard, or null. */
export function keyFor(typed) {
  return TYPED.get(typed) ?? (/^[\d.+%()]$/.test(typed) ? typed : null);
}

/** The state after a key: a digit, sign or function name to append, "C", "⌫" or "=". */
export function press(state, key) {
  if (key === "C") return START;
  if (key === "=") return equals(state);
  if (key === "⌫") return erase(state);
  return append(state, key);
}

/** The result of what was typed so far, for a preview; "" while there is none. */
export function preview({ text, answer, done }) {
  if (done || tokensOf(text.replace(/^−/, "")).length < 2) return "";
  try {
    return toDecimal(evaluate(text, answer));
  } catch {
    return "";
  }
}

/** Starts a new calculation with a number, or puts the number into the one that is being typed. */
export function insert(state, number) {
  const open = !state.done && /[+−×÷^(]$/.test(state.text);
  return append(open ? state : START, open && number.startsWith("−") ? `(${number})` : number);
}

/** With spaces around the signs between two operands, for display. */
export function spaced(text) {
  return text.replace(/(?<=[\d.)%²!πa-z])([+−×÷])/g, " $1 ").replace(/E ([+−]) /g, "E$1");
}

function append(state, key) {
  const operator = OPERATORS.includes(key);
  const goesOn = operator || "%²!".includes(key);
  let text = state.done && !goesOn ? "" : state.text;
  if (operator && key !== "−") text = text.replace(/[+−×÷^]+$/, "");
  else if (key === "−") text = text.replace(/[+−]$/, "");
  if (goesOn && key !== "−" && (text === "" || text.endsWith("("))) return state;
  if (key === "." && /\.\d*$/.test(text)) return state;
  if (text.length + key.length > MAX_LENGTH) return { ...state, error: "The calculation is too long" };
  return { ...state, text: text + key, answer: goesOn || !state.done ? state.answer : null, done: false, error: "" };
}

function erase(state) {
  if (state.done) return { ...START, last: state.last };
  const text = state.text.replace(/(?:[a-z]+\(|√\(|.)$/, "");
  return { ...state, text, error: "" };
}

function equals(state) {
  if (state.done || state.text === "") return state;
  try {
    const value = evaluate(state.text, state.answer);
    const text = toDecimal(value);
    return { text, last: state.text, answer: { text, value }, done: true, error: "" };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...state, error: error.message };
  }
}

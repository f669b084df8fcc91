/** A part of a source text, from the index `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const NEVER = "false|0|null|undefined|NaN|!\\s*(?:true|1)|void\\s+0|\"\"|''|``";
/** A condition that is never true, of a statement or before `&&`, or a loop over nothing. */
const FALSE_CONDITION = new RegExp(
  `\\b(?:if|while)\\s*\\(\\s*(?:${NEVER})\\s*\\)\\s*|\\bfor\\s*\\([^()]*\\bof\\s*\\[\\s*\\]\\s*\\)\\s*|(?<![\\w$.!=<>|&])(?:${NEVER})\\s*&&`,
  "g",
);
/** An unconditional statement that leaves the block. */
const LEAVING = /(?<=[{};]\s*)\b(?:return|throw)\b/g;
const TRY = /\btry\s*\{/g;
/** The start of a function declaration, which is neither exported nor part of an expression. */
const DECLARED = /(?<=(?:^|[;{}])\s*(?:async\s+)?)\bfunction\s+([\w$]+)\s*\([^()]*\)[^{};]*\{/g;
/** The handler of a promise's error. */
const CAUGHT = /\.\s*catch\s*\(/g;

/**
 * The parts of a source without strings and comments that can never run or whose failure has no effect: code behind a
 * constant false condition, code after a return or throw, a function that nothing names, and a try block or promise whose error is caught by a handler
 * that neither throws nor `checks`.
 */
export function deadSpans(code: string, checks: (handler: string) => boolean): Span[] {
  const closing = closingBraces(code);
  const endOf = (start: number) => closing.get(start - 1) ?? code.length;
  const dead: Span[] = [];
  for (const { 0: condition, index } of code.matchAll(FALSE_CONDITION)) {
    const start = index + condition.length;
    dead.push({ start, end: code.charAt(start) === "{" ? endOf(start + 1) : endOfStatement(code, start) });
  }
  let known = 0;
  for (const { index } of code.matchAll(LEAVING)) {
    if (index < known) continue;
    const start = endOfStatement(code, index);
    known = endOfBlock(code, start, isCase(code));
    dead.push({ start, end: known });
  }
  for (const { 0: begin, index } of code.matchAll(TRY)) {
    const start = index + begin.length;
    const end = endOf(start);
    const handler = /^\}\s*catch\s*(?:\([^)]*\)\s*)?\{/.exec(code.slice(end, end + 200));
    if (!handler) continue;
    const text = code.slice(end + handler[0].length, endOf(end + handler[0].length));
    if (!/\bthrow\b/.test(text) && !checks(text)) dead.push({ start, end });
  }
  return [...dead, ...unusedSpans(code, endOf), ...caughtSpans(code, checks)];
}

/** The functions that are declared and never named again. */
function unusedSpans(code: string, endOf: (start: number) => number): Span[] {
  return [...code.matchAll(DECLARED)].flatMap(({ 0: head, 1: name = "", index }) => {
    const start = index + head.length;
    const uses = code.match(new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`, "g")) ?? [];
    return uses.length > 1 ? [] : [{ start, end: endOf(start) }];
  });
}

/** The promises whose errors are caught without effect. */
function caughtSpans(code: string, checks: (handler: string) => boolean): Span[] {
  return [...code.matchAll(CAUGHT)].flatMap(({ 0: call, index }) => {
    const handler = code.slice(index + call.length, endOfBlock(code, index + call.length));
    const passes = /\bthrow\b/.test(handler) || !/=>|\bfunction\b/.test(handler) || checks(handler);
    return passes ? [] : [{ start: startOfExpression(code, index), end: index }];
  });
}

/** Where the expression that ends at `end` starts: behind the bracket that is open there, a semicolon or an arrow. */
function startOfExpression(code: string, end: number): number {
  let depth = 0;
  for (let index = end - 1; index >= 0; index--) {
    const character = code.charAt(index);
    if (")]}".includes(character)) depth++;
    else if ("([{".includes(character) && depth-- === 0) return index + 1;
    else if (depth === 0 && (character === ";" || code.startsWith("=>", index - 1))) return index + 1;
  }
  return 0;
}

/** The index of each closing brace, by the index of its opening brace. */
function closingBraces(code: string): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < code.length; index++) {
    const character = code.charAt(index);
    if (character === "{") open.push(index);
    else if (character === "}") closing.set(open.pop() ?? -1, index);
  }
  return closing;
}

/** The index at which the bracket open at `start` closes, or an earlier index in the same block for which `isEnd`. */
export function endOfBlock(
  code: string,
  start: number,
  isEnd: (index: number) => boolean = () => false,
): number {
  let depth = 0;
  for (let index = start; index < code.length; index++) {
    const character = code.charAt(index);
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character) && depth-- === 0) return index;
    else if (depth === 0 && isEnd(index)) return index;
  }
  return code.length;
}

/** Whether a `case` or `default` starts here. */
const isCase = (code: string) => (index: number) =>
  /^(?:case\b|default\s*:)/.test(code.slice(index, index + 20));

/** The end of the statement that starts at `start`: its semicolon, the end of its block or of its last line. */
function endOfStatement(code: string, start: number): number {
  const goesOn = (index: number) => /^\s*[.?:&|+*%=<>,(-]/.test(code.slice(index, index + 200));
  const end = endOfBlock(code, start, (index) => {
    const character = code.charAt(index);
    return character === ";" || (character === "\n" && !goesOn(index));
  });
  return code.charAt(end) === ";" ? end + 1 : end;
}

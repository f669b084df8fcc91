import { type Code, isCode, type Options, type Printable } from "./code.ts";

/** Longest line of generated code. */
const WIDTH = 120;

/** The source of a value, with its closing bracket `indent` spaces from the left and its start in column `column`. */
export function print(value: Printable, indent = 0, column = indent): string {
  const line = inline(value);
  if (column + line.length < WIDTH || typeof value !== "object" || value === null || isCode(value))
    return line;
  const [open, close, parts] = partsOf(value);
  const inner = indent + 2;
  const pad = " ".repeat(inner);
  const lines = parts.map(([name, part]) => {
    const start = name === null ? pad : `${pad}${key(name)}: `;
    return `${start}${print(part, inner, start.length)},`;
  });
  return `${open}\n${lines.join("\n")}\n${" ".repeat(indent)}${close}`;
}

/** A call with an object of options: `text({ id: "name", required: true })`. Undefined options are left out. */
export function call(name: string, options: Options, indent = 0): string {
  const value = present(options);
  const line = `${name}(${inline(value)})`;
  if (indent + line.length < WIDTH) return line;
  return `${name}(${print(value, indent, WIDTH)})`;
}

/** A string literal. It is JSON's, which is also JavaScript's, and cannot end a script element. */
export function literal(value: string): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** The codes within a value. */
export function codesIn(value: Printable | undefined): Code[] {
  if (typeof value !== "object" || value === null) return [];
  if (isCode(value)) return [value];
  return Object.values(value).flatMap((each) => codesIn(each as Printable | undefined));
}

function inline(value: Printable): string {
  if (typeof value === "string") return literal(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isCode(value)) return value.code;
  const [open, close, parts] = partsOf(value);
  if (parts.length === 0) return `${open}${close}`;
  const texts = parts.map(([name, part]) => (name === null ? inline(part) : `${key(name)}: ${inline(part)}`));
  return open === "[" ? `[${texts.join(", ")}]` : `{ ${texts.join(", ")} }`;
}

type Part = readonly [string | null, Printable];

function partsOf(
  value: Exclude<Printable, string | number | boolean | null | Code>,
): ["[" | "{", "]" | "}", Part[]] {
  if (Array.isArray(value)) return ["[", "]", value.map((part): Part => [null, part])];
  return ["{", "}", Object.entries(present(value as Options))];
}

function present(options: Options): Record<string, Printable> {
  return Object.fromEntries(
    Object.entries(options).filter((entry): entry is [string, Printable] => entry[1] !== undefined),
  );
}

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name));

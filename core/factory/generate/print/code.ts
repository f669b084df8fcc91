/** Source code among printed values. `imports` maps the names it uses to files below `public/`: `lib/calculate.js`. */
export interface Code {
  readonly code: string;
  readonly imports: ReadonlyMap<string, string>;
}

/** A value as it is printed into a generated module: plain data, source code, or lists and objects of both. */
export type Printable =
  | string
  | number
  | boolean
  | null
  | Code
  | readonly Printable[]
  | { readonly [name: string]: Printable | undefined };

/** Options of a generated call. An option that is undefined is left out. */
export type Options = Readonly<Record<string, Printable | undefined>>;

/** Source code that is printed as it stands: `code("(plant) => addDays(plant.last, 3)", { addDays: "lib/calculate.js" })`. */
export function code(source: string, imports: Readonly<Record<string, string>> = {}): Code {
  return { code: source, imports: new Map(Object.entries(imports)) };
}

export function isCode(value: Printable): value is Code {
  return typeof value === "object" && value !== null && "imports" in value && value.imports instanceof Map;
}

import { literal } from "./print.ts";

/** The names that a generated module imports, by the file below `public/` that exports them. */
export class Imports {
  readonly #files = new Map<string, Set<string>>();
  readonly #from: string;

  /** `from` is the importing file, below `public/`: `entities/plant.js`. */
  constructor(from: string) {
    this.#from = from;
  }

  add(name: string, file: string): this {
    const names = this.#files.get(file) ?? new Set();
    this.#files.set(file, names.add(name));
    return this;
  }

  addAll(imports: ReadonlyMap<string, string>): this {
    for (const [name, file] of imports) this.add(name, file);
    return this;
  }

  /** The import statements, sorted by file and name. */
  print(): string {
    const up = "../".repeat(this.#from.split("/").length - 1) || "./";
    return [...this.#files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, names]) => `import { ${[...names].sort().join(", ")} } from ${literal(`${up}${file}`)};\n`)
      .join("");
  }
}

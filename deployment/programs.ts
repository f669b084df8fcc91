import { FUNCTIONS, type FunctionName } from "./functions.ts";

/** A program that a function starts as a separate process. */
interface ProgramRow {
  readonly entry: `${string}.ts`;
  /** The function beside which it is deployed, under its own name. */
  readonly of: FunctionName;
  /** As in `FunctionRow`. */
  readonly maxKb: number;
}

export const PROGRAMS = {
  "npm-process": { entry: "adapters/dependencies/npm-process.ts", of: "install", maxKb: 1330 },
} as const satisfies Readonly<Record<string, ProgramRow>>;

export type ProgramName = keyof typeof PROGRAMS;

/** Everything that is bundled, by name. */
export const BUNDLED = { ...FUNCTIONS, ...PROGRAMS } as const;

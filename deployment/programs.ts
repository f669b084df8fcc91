import { FUNCTIONS, type FunctionName } from "./functions.ts";

/** A program that a function starts as a process of its own. */
interface ProgramRow {
  readonly entry: `${string}.ts`;
  /** The function that it lies beside, under its own name. */
  readonly of: FunctionName;
  /** As of a function. */
  readonly maxKb: number;
}

export const PROGRAMS = {
  "npm-process": { entry: "adapters/dependencies/npm-process.ts", of: "install", maxKb: 1330 },
} as const satisfies Readonly<Record<string, ProgramRow>>;

export type ProgramName = keyof typeof PROGRAMS;

/** All that is bundled, by name. */
export const BUNDLED = { ...FUNCTIONS, ...PROGRAMS } as const;

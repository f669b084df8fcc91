import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assembly } from "./synth.ts";

/** What the CDK notes of a construct beside its template. */
export interface Note {
  /** Of the construct, as `Gantry-dev-Data/Table`. */
  readonly path: string;
  readonly type: string;
  readonly data: unknown;
}

interface Finding {
  readonly ruleName: string;
  readonly description: string;
}

/** What one set of rules found. */
export interface Report {
  readonly pluginName: string;
  readonly conclusion: "success" | "failure";
  readonly violations: readonly Finding[];
  readonly suppressedViolations: readonly (Finding & {
    readonly acknowledgedId: string;
    readonly acknowledgedAt: string;
    readonly reason: string;
  })[];
}

export function reportOf({ folder }: Assembly): readonly Report[] {
  return JSON.parse(readFileSync(join(folder, "validation-report.json"), "utf8")).pluginReports;
}

export function metadataOf({ folder }: Assembly): readonly Note[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".metadata.json"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, Note[]>)
    .flatMap((notes) => Object.entries(notes))
    .flatMap(([path, notes]) => notes.map(({ type, data }) => ({ path: path.slice(1), type, data })));
}

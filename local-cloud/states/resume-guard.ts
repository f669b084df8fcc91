import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Twice may be chance: a machine that is switched off, say. */
const MOST_DEATHS = 2;

/** Remembers, over the death of the process, which execution it was taking up. */
export interface ResumeGuard {
  /** Whether the process died each of the last times it took this execution up. */
  refuses(arn: string): boolean;
  begin(arn: string): void;
  end(): void;
}

/** `path` is a file that is there only while an execution is taken up: `{arn, deaths}`, this time counted as one. */
export function openResumeGuard(path: string): ResumeGuard {
  const left = read(path);
  const deathsOf = (arn: string) => (left?.arn === arn ? left.deaths : 0);
  return {
    refuses: (arn) => deathsOf(arn) >= MOST_DEATHS,
    begin: (arn) => writeFileSync(path, JSON.stringify({ arn, deaths: deathsOf(arn) + 1 })),
    end: () => rmSync(path, { force: true }),
  };
}

/** A file that was cut off in the middle says nothing. */
function read(path: string): { arn: string; deaths: number } | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Two crashes may be coincidence, such as a machine that was switched off. */
const MOST_DEATHS = 2;

/** Records which execution is being resumed, so that it is known after a crash. */
export interface ResumeGuard {
  /** Whether the process crashed each of the last times that it resumed this execution. */
  refuses(arn: string): boolean;
  begin(arn: string): void;
  end(): void;
}

/**
 * `path` is a file that exists only while an execution is resumed: `{arn, deaths}`, including the current
 * attempt.
 */
export function openResumeGuard(path: string): ResumeGuard {
  const left = read(path);
  const deathsOf = (arn: string) => (left?.arn === arn ? left.deaths : 0);
  return {
    refuses: (arn) => deathsOf(arn) >= MOST_DEATHS,
    begin: (arn) => writeFileSync(path, JSON.stringify({ arn, deaths: deathsOf(arn) + 1 })),
    end: () => rmSync(path, { force: true }),
  };
}

/** A truncated file is ignored. */
function read(path: string): { arn: string; deaths: number } | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

import { useEffect, useState } from "react";
import { client } from "./client.ts";

/** The output of a build as far as it was read. */
export interface BuildOutput {
  readonly lines: readonly string[];
  /** Whether the build has ended and everything was read. */
  readonly complete: boolean;
  /** Why the rest could not be read; null while it can. */
  readonly trouble: unknown;
}

const NOTHING: BuildOutput = { lines: [], complete: false, trouble: null };
/** Between two reads of a log that grows. */
const EVERY_MS = 2_000;

/** Reads the log of an attempt's build, and what is added while it runs. */
export function useBuildLog(mission: string, attempt: number): BuildOutput {
  const [output, setOutput] = useState(NOTHING);
  useEffect(() => {
    const end = new AbortController();
    setOutput(NOTHING);
    void follow(mission, attempt, end.signal, setOutput);
    return () => end.abort();
  }, [mission, attempt]);
  return output;
}

async function follow(
  mission: string,
  attempt: number,
  signal: AbortSignal,
  show: (output: BuildOutput) => void,
): Promise<void> {
  let lines: readonly string[] = [];
  while (!signal.aborted) {
    try {
      const read = await client.log({ id: mission, attempt, after: lines.length }, { signal });
      lines = [...lines, ...read.lines];
      show({ lines, complete: read.complete, trouble: null });
      if (read.complete) return;
      if (read.lines.length > 0) continue;
    } catch (trouble) {
      if (signal.aborted) return;
      show({ lines, complete: false, trouble });
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

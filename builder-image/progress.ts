import type { BuildJob } from "#core/factory/build/job.ts";
import type { BuildProgress } from "#core/factory/build/result.ts";

const EVERY_MS = 5000;
const TAIL = 2000;

export interface Progress {
  phase(name: BuildProgress["phase"]): void;
  output(chunk: Uint8Array): void;
  memory(bytes: number): void;
  stop(): void;
}

/**
 * Reports progress at the start and every 5 s. Failed and overlapping reports are dropped, because the next one is
 * newer. `begun` is the start of the elapsed time, in milliseconds of performance.now().
 */
export function createProgress(
  job: Pick<BuildJob, "mission_id" | "attempt">,
  begun: number,
  send: (progress: BuildProgress) => Promise<void>,
): Progress {
  let phase: BuildProgress["phase"] = "verify";
  let tail = "";
  let memory = 0;
  let seq = 0;
  let sending = false;
  const report = async () => {
    if (sending) return;
    sending = true;
    try {
      await send({
        version: 1,
        mission_id: job.mission_id,
        attempt: job.attempt,
        seq: seq++,
        phase,
        elapsed_ms: Math.round(performance.now() - begun),
        memory_mb: Math.round(memory / 1024 / 1024),
        output_tail: tail,
      });
    } catch {
      // Progress is only informative; a failed report does not affect the build.
    } finally {
      sending = false;
    }
  };
  void report();
  const timer = setInterval(() => void report(), EVERY_MS);
  return {
    phase(name) {
      phase = name;
    },
    output(chunk) {
      tail = (tail + new TextDecoder().decode(chunk.subarray(-TAIL))).slice(-TAIL);
    },
    memory(bytes) {
      memory = bytes;
    },
    stop: () => clearInterval(timer),
  };
}

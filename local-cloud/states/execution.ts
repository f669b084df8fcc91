import type { Definition } from "./definition.ts";
import { StateError } from "./errors.ts";
import { runGraph } from "./interpreter.ts";
import { Interrupted } from "./interrupt.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Run } from "./visit.ts";

/** How an execution ended; recorded under the key `end`. Times are epoch milliseconds. */
export interface Ending {
  status: "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";
  stopDate: number;
  output?: string;
  error?: string;
  cause?: string;
}

export interface LiveExecution {
  readonly run: Run;
  stop(error?: string, cause?: string): Ending;
  /** Stops without recording anything; the execution can be resumed from the journal. */
  suspend(): void;
}

/**
 * Starts the machine with its ledger, or resumes it if the ledger contains its start. `onEnd` is called once,
 * when the end is recorded, and never if the execution is suspended.
 */
export function execute(run: Run, definition: Definition, onEnd: (ending: Ending) => void): LiveExecution {
  const control = new AbortController();
  begin(run);
  const end = (ending: Omit<Ending, "stopDate">): Ending => {
    const earlier = run.ledger.get("end") as unknown as Ending | undefined;
    if (earlier) return earlier;
    const final: Ending = { ...ending, stopDate: run.clock.now() };
    run.ledger.put("end", final as unknown as Json, trailEnd(run), endedEvent(final));
    run.ledger.seal();
    cancelTimeout();
    control.abort(new Interrupted("ended"));
    onEnd(final);
    return final;
  };
  const cancelTimeout = armTimeout(run, definition, () => void end({ status: "TIMED_OUT" }));
  const scope = { path: "", variables: {}, trail: { last: 0 }, signal: control.signal };
  runGraph(run, definition, scope, run.input)
    .then(
      (output) => end({ status: "SUCCEEDED", output: JSON.stringify(output) }),
      (error) => {
        if (!(error instanceof Interrupted)) end(failedEnding(error));
      },
    )
    // The end could not be recorded; it will be when the execution is resumed.
    .catch(Interrupted.ignore);
  return {
    run,
    stop: (error, cause) => end({ status: "ABORTED", ...given({ error, cause }) }),
    suspend() {
      run.ledger.seal();
      cancelTimeout();
      control.abort(new Interrupted("suspended"));
    },
  };
}

function begin(run: Run): void {
  if (run.ledger.get("start") !== undefined) return;
  const input = JSON.stringify(run.input);
  const details = { input, inputDetails: { truncated: false }, roleArn: run.execution.roleArn };
  run.ledger.put("start", run.startDate, { last: 0 }, { type: "ExecutionStarted", details });
}

function armTimeout(run: Run, { TimeoutSeconds }: Definition, expire: () => void): () => void {
  if (TimeoutSeconds === undefined) return () => {};
  return run.clock.at((run.redrive.date ?? run.startDate) + TimeoutSeconds * 1000, expire);
}

/** A failure that is not a state's error is a fault of the engine, and ends the execution. */
function failedEnding(error: unknown): Omit<Ending, "stopDate"> {
  const known = error instanceof StateError ? error : new StateError("States.Runtime", String(error));
  return { status: "FAILED", ...given({ error: known.error || undefined, cause: known.detail }) };
}

function endedEvent({ status, output, error, cause }: Ending) {
  const types = {
    SUCCEEDED: "ExecutionSucceeded",
    FAILED: "ExecutionFailed",
    TIMED_OUT: "ExecutionTimedOut",
    ABORTED: "ExecutionAborted",
  };
  const result: JsonObject = output === undefined ? {} : { output, outputDetails: { truncated: false } };
  return { type: types[status], details: { ...result, ...given({ error, cause }) } };
}

const trailEnd = (run: Run) => ({ last: run.ledger.events().at(-1)?.id ?? 0 });

function given(values: { error: string | undefined; cause: string | undefined }): {
  error?: string;
  cause?: string;
} {
  return {
    ...(values.error === undefined ? {} : { error: values.error.slice(0, 256) }),
    ...(values.cause === undefined ? {} : { cause: values.cause.slice(0, 32_768) }),
  };
}

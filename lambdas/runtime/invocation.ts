import { AsyncLocalStorage } from "node:async_hooks";

/** The parts of Lambda's context object that are used. */
export interface LambdaContext {
  readonly functionName: string;
  readonly awsRequestId: string;
}

/** Fields of all log lines of an invocation, with the names of Powertools. */
interface Invocation {
  readonly function_name?: string;
  readonly function_request_id?: string;
  readonly cold_start?: boolean;
  /** The mission that it concerns. */
  readonly correlation_id?: string;
}

// Invocations can interleave in one process, so their fields are bound to their asynchronous calls; fields of the whole
// process would appear in the log lines of other invocations.
const current = new AsyncLocalStorage<Invocation>();
let cold = true;

/** Runs a handler as a new invocation, with the mission that it concerns, if any. */
export function invoke<R>(
  context: LambdaContext | undefined,
  mission: string | undefined,
  run: () => Promise<R>,
): Promise<R> {
  const invocation = {
    ...(context ? { function_name: context.functionName, function_request_id: context.awsRequestId } : {}),
    cold_start: cold,
  };
  cold = false;
  return current.run({ ...invocation, ...named(mission) }, run);
}

/** Runs a part of an invocation that concerns a different mission, or none. */
export function about<R>(mission: string | undefined, run: () => Promise<R>): Promise<R> {
  const { correlation_id: _, ...invocation } = current.getStore() ?? {};
  return current.run({ ...invocation, ...named(mission) }, run);
}

/** The current invocation; empty outside of invocations. */
export function invocation(): Invocation {
  return current.getStore() ?? {};
}

const named = (mission: string | undefined) => (mission === undefined ? {} : { correlation_id: mission });

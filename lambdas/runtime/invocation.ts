import { AsyncLocalStorage } from "node:async_hooks";

/** The parts of Lambda's context object that are read. */
export interface LambdaContext {
  readonly functionName: string;
  readonly awsRequestId: string;
}

/** What each line that an invocation logs says about it, by Powertools' names. */
interface Invocation {
  readonly function_name?: string;
  readonly function_request_id?: string;
  readonly cold_start?: boolean;
  /** The mission it is about. */
  readonly correlation_id?: string;
}

// Invocations may share a process and take turns in it, so what one of them is about belongs to its own
// asynchronous calls: anything that is set for the whole process would end up in another one's log.
const current = new AsyncLocalStorage<Invocation>();
let cold = true;

/** Runs a handler as an invocation of its own, about this mission if it is about one. */
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

/** Runs a part of an invocation that is about a mission of its own, or about none. */
export function about<R>(mission: string | undefined, run: () => Promise<R>): Promise<R> {
  const { correlation_id: _, ...invocation } = current.getStore() ?? {};
  return current.run({ ...invocation, ...named(mission) }, run);
}

/** The invocation that this call belongs to; empty outside of all. */
export function invocation(): Invocation {
  return current.getStore() ?? {};
}

const named = (mission: string | undefined) => (mission === undefined ? {} : { correlation_id: mission });

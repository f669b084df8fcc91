import {
  type CloudRequest,
  type CloudResponse,
  header,
  readBody,
  ServiceError,
  type SignedService,
  send,
} from "#local-cloud/http.ts";
import { systemTimers, type Timers } from "./clock.ts";
import { createEvaluator } from "./evaluator.ts";
import { executionOperations } from "./execution-operations.ts";
import { createExecutor, unavailable } from "./executor.ts";
import { Interrupted } from "./interrupt.ts";
import type { TaskInvoker } from "./invoker.ts";
import { machineOperations } from "./machine-operations.ts";
import type { Operation } from "./operation.ts";
import type { EventBridgeEvent } from "./status-event.ts";
import { openStore } from "./store.ts";
import { taskOperations } from "./task-operations.ts";

export interface StatesOptions {
  /** Folder of machines and executions. */
  dir: string;
  invoke: TaskInvoker;
  /** Receives every change of an execution's status; event ids identify changes. */
  onEvent?: (event: EventBridgeEvent) => void;
  /** Epoch milliseconds. */
  now?: () => number;
  timers?: Timers;
  account?: string;
  region?: string;
}

export interface StatesService extends SignedService {
  /**
   * Resumes the executions that were running when the process ended. Must be called when the invoker is
   * available.
   */
  start(): Promise<void>;
}

/**
 * AWS Step Functions (Standard, JSONata) with its own protocol: `AWSStepFunctions.<Operation>`, AWS JSON 1.0.
 * Executions survive kill -9 and, once acknowledged, a power cut; a Lambda function that was running at that
 * time is invoked again with the same payload (at least once).
 */
export function createStates({
  dir,
  invoke,
  onEvent = () => {},
  now = Date.now,
  timers = systemTimers(now),
  account = "000000000000",
  region = "us-east-1",
}: StatesOptions): StatesService {
  const clock = { now, at: (time: number, run: () => void) => timers.at(time, run) };
  const evaluator = createEvaluator();
  const { evaluate } = evaluator;
  const deps = { store: openStore(dir, now()), clock, invoke, evaluate, account, region, onEvent };
  const executor = createExecutor(deps);
  const operations = {
    ...machineOperations(deps, executor),
    ...executionOperations(deps, executor),
    ...taskOperations(executor),
  };
  return {
    start: () => executor.resume(),
    handle: (req, res) => answer({ operations, settled: () => executor.settled() }, req, res),
    async close() {
      executor.close();
      evaluator.close();
    },
  };
}

interface Answering {
  readonly operations: Record<string, Operation>;
  /** Resolves when all changes of operations are on the disk. */
  readonly settled: () => Promise<void>;
}

async function answer(answering: Answering, req: CloudRequest, res: CloudResponse): Promise<void> {
  const { status, body } = await outcome(answering, req);
  send(res, status, JSON.stringify(body), { "content-type": "application/x-amz-json-1.0" });
}

async function outcome(
  { operations, settled }: Answering,
  req: CloudRequest,
): Promise<{ status: number; body: object }> {
  try {
    const body = operationOf(operations, req).run(await requestOf(req));
    await settled();
    return { status: 200, body };
  } catch (thrown) {
    const error = thrown instanceof Interrupted ? unavailable() : thrown;
    const known = error instanceof ServiceError;
    const message = (error as Error).message;
    return {
      status: known ? error.status : 500,
      body: { __type: known ? error.code : "InternalFailure", message },
    };
  }
}

function operationOf(operations: Record<string, Operation>, req: CloudRequest): Operation {
  const target = header(req, "x-amz-target") ?? "";
  const name = /^AWSStepFunctions\.(\w+)$/.exec(target)?.[1];
  const found = name !== undefined && Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (found) return found;
  throw new ServiceError("UnknownOperationException", `The operation '${target}' is not supported`);
}

async function requestOf(req: CloudRequest): Promise<unknown> {
  const text = (await readBody(req, 4 * 1024 * 1024)).toString();
  try {
    return JSON.parse(text || "{}");
  } catch {
    throw new ServiceError("SerializationException", "The request is not JSON");
  }
}

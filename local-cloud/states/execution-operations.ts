import { randomUUID } from "node:crypto";
import { z } from "zod";
import { ServiceError } from "#local-cloud/http.ts";
import type { Executor, ExecutorDeps } from "./executor.ts";
import type { HistoryEvent } from "./ledger.ts";
import { machineOf } from "./machine-operations.ts";
import { type Operation, operation, page, paging, resourceName, seconds } from "./operation.ts";
import { redriveStatus } from "./redrive-status.ts";
import type { Execution } from "./store.ts";

const arn = { executionArn: z.string() };
const included = { includedData: z.literal("ALL_DATA").optional() };
/** Members of events that includeExecutionData: false omits. */
const DATA = new Set([
  "input",
  "output",
  "parameters",
  "inputDetails",
  "outputDetails",
  "assignedVariables",
  "assignedVariablesDetails",
]);

/** The operations on executions. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table with a row for each operation.
export function executionOperations(deps: ExecutorDeps, executor: Executor): Record<string, Operation> {
  const { store, clock } = deps;
  const executionOf = (executionArn: string): Execution => {
    if (!/^arn:aws:states:[^:]+:\d{12}:execution:[^:]+:[^:]+$/.test(executionArn))
      throw new ServiceError("InvalidArn", `Invalid Arn: '${executionArn}'`);
    const execution = store.executions.get(executionArn);
    if (execution) return execution;
    throw new ServiceError("ExecutionDoesNotExist", `Execution Does Not Exist: '${executionArn}'`);
  };
  return {
    StartExecution: operation(
      {
        stateMachineArn: z.string(),
        name: resourceName.optional(),
        input: z.string().max(262_144).optional(),
      },
      ({ stateMachineArn, name = randomUUID(), input = "{}" }) => {
        const machine = machineOf(store.machines, stateMachineArn);
        if (!isJson(input))
          throw new ServiceError(
            "InvalidExecutionInput",
            `Invalid State Machine Execution Input: '${input.slice(0, 200)}'`,
          );
        const executionArn = stateMachineArn.replace(":stateMachine:", ":execution:").concat(":", name);
        const earlier = store.executions.get(executionArn);
        if (earlier && (earlier.ending || earlier.input !== input))
          throw new ServiceError("ExecutionAlreadyExists", `Execution Already Exists: '${executionArn}'`);
        if (earlier) return { executionArn, startDate: seconds(earlier.startDate) };
        const startDate = clock.now();
        executor.start({ arn: executionArn, name, machine, input, startDate, redrives: [] });
        return { executionArn, startDate: seconds(startDate) };
      },
    ),
    DescribeExecution: operation({ ...arn, ...included }, ({ executionArn }) => {
      const execution = executionOf(executionArn);
      const { ending, input } = execution;
      const details = {
        inputDetails: { included: true },
        ...(ending?.output === undefined ? {} : { outputDetails: { included: true } }),
      };
      const { stopDate: _, ...end } = ending ?? { stopDate: 0 };
      return { ...summary(execution), input, ...details, ...end, ...redriveStatus(execution, clock.now()) };
    }),
    StopExecution: operation(
      { ...arn, error: z.string().max(256).optional(), cause: z.string().max(32_768).optional() },
      ({ executionArn, error, cause }) => ({
        stopDate: seconds(executor.stop(executionOf(executionArn).arn, error, cause).stopDate),
      }),
    ),
    ListExecutions: operation(
      {
        stateMachineArn: z.string(),
        statusFilter: z
          .enum(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE"])
          .optional(),
        redriveFilter: z.enum(["REDRIVEN", "NOT_REDRIVEN"]).optional(),
        ...paging,
      },
      ({ stateMachineArn, statusFilter, redriveFilter, ...request }) => {
        const machine = machineOf(store.machines, stateMachineArn);
        const wanted = [...store.executions.values()]
          .filter((one) => one.machine.arn === machine.arn)
          .filter((one) => !statusFilter || (one.ending?.status ?? "RUNNING") === statusFilter)
          .filter((one) => !redriveFilter || one.redrives.length > 0 === (redriveFilter === "REDRIVEN"))
          .reverse()
          .sort((a, b) => b.startDate - a.startDate);
        const { items, ...rest } = page(wanted, (one) => one.arn, request);
        return { executions: items.map(summary), ...rest };
      },
    ),
    GetExecutionHistory: operation(
      {
        ...arn,
        reverseOrder: z.boolean().optional(),
        includeExecutionData: z.boolean().optional(),
        ...paging,
      },
      ({ executionArn, reverseOrder = false, includeExecutionData = true, ...request }) => {
        const all = executor.history(executionOf(executionArn).arn);
        const { items, ...rest } = page(
          reverseOrder ? all.toReversed() : all,
          ({ id }) => String(id),
          request,
        );
        return { events: includeExecutionData ? items : items.map(withoutData), ...rest };
      },
    ),
    DescribeStateMachineForExecution: operation({ ...arn, ...included }, ({ executionArn }) => {
      const { machine } = executionOf(executionArn);
      const { arn: stateMachineArn, name, definition, roleArn, revisionId, updatedAt } = machine;
      return { stateMachineArn, name, definition, roleArn, revisionId, updateDate: seconds(updatedAt) };
    }),
    RedriveExecution: operation(
      { ...arn, clientToken: z.string().max(64).optional() },
      ({ executionArn, clientToken }) => {
        const execution = executionOf(executionArn);
        const last = execution.redrives.at(-1);
        const again = clientToken !== undefined && clientToken === execution.redriveToken;
        if (again && last !== undefined) return { redriveDate: seconds(last) };
        const { redriveStatusReason: reason } = redriveStatus(execution, clock.now());
        if (reason) throw new ServiceError("ExecutionNotRedrivable", reason);
        return { redriveDate: seconds(executor.redrive(executionArn, clientToken)) };
      },
    ),
  };
}

function summary({ arn: executionArn, machine, name, startDate, ending, redrives }: Execution) {
  const last = redrives.at(-1);
  return {
    executionArn,
    stateMachineArn: machine.arn,
    name,
    status: ending?.status ?? "RUNNING",
    startDate: seconds(startDate),
    ...(ending ? { stopDate: seconds(ending.stopDate) } : {}),
    redriveCount: redrives.length,
    ...(last === undefined ? {} : { redriveDate: seconds(last) }),
  };
}

/** A value that is nested too deeply can be parsed, but not serialised. */
function isJson(text: string): boolean {
  try {
    JSON.stringify(JSON.parse(text));
    return true;
  } catch {
    return false;
  }
}

function withoutData(event: HistoryEvent): HistoryEvent {
  const entries = Object.entries(event).map(([key, value]) => {
    if (typeof value !== "object" || value === null) return [key, value];
    return [key, Object.fromEntries(Object.entries(value).filter(([name]) => !DATA.has(name)))];
  });
  return Object.fromEntries(entries) as HistoryEvent;
}

import {
  DescribeStateMachineCommand,
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { Machine } from "#core/workflows/machines.ts";
import type { Workflows } from "#core/workflows/workflows.ts";

const MAX_ERROR = 256;
const MAX_CAUSE = 32_768;

interface Options {
  readonly client: SFNClient;
  /** The ARN of each machine. */
  readonly machines: Readonly<Record<Machine, string>>;
}

/** Step Functions. A run is named after the execution, so that each is started at most once. */
export function createWorkflows({ client, machines }: Options): Workflows {
  return {
    async start({ execution, machine, run = 1, input }) {
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: machines[machine],
            name: run === 1 ? execution.id : `${execution.id}.${run}`,
            input: JSON.stringify(input),
          }),
        );
      } catch (error) {
        // The run was already started; names of ended runs stay reserved for 90 days.
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    succeed: (token, output) =>
      unlessGone(
        client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) })),
      ),
    fail: (token, error, cause) =>
      unlessGone(
        client.send(
          new SendTaskFailureCommand({
            taskToken: token,
            error: error.slice(0, MAX_ERROR),
            cause: cause.slice(0, MAX_CAUSE),
          }),
        ),
      ),
    heartbeat: (token) => unlessGone(client.send(new SendTaskHeartbeatCommand({ taskToken: token }))),
    async ready() {
      const arns = Object.values(machines);
      await Promise.all(
        arns.map((stateMachineArn) => client.send(new DescribeStateMachineCommand({ stateMachineArn }))),
      );
    },
  };
}

/** Ignores errors for a token that was already used or whose task timed out: another outcome came first. */
async function unlessGone(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (
      !(error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken)
    )
      throw error;
  }
}

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
import type { Workflows } from "#core/ports.ts";

const MAX_ERROR = 256;
const MAX_CAUSE = 32_768;

/** Step Functions. An execution is named after its mission, so a mission has at most one. */
export function createWorkflows({ client, machine }: { client: SFNClient; machine: string }): Workflows {
  return {
    async start(input) {
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: machine,
            name: input.mission_id,
            input: JSON.stringify(input),
          }),
        );
      } catch (error) {
        // A closed execution keeps its name for 90 days: the mission was run.
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
      await client.send(new DescribeStateMachineCommand({ stateMachineArn: machine }));
    },
  };
}

/** A token that was answered, or whose task timed out, means that another caller was first. */
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

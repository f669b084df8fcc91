import {
  type CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";

/** A deployed stack. `status` is CloudFormation's, such as `UPDATE_COMPLETE`. */
export interface Stack {
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** The stack with this name; undefined when it is not deployed. */
export async function readStack(client: CloudFormationClient, name: string): Promise<Stack | undefined> {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const stack = Stacks?.[0];
    if (!stack?.StackStatus) return undefined;
    const outputs = (stack.Outputs ?? []).map(({ OutputKey = "", OutputValue = "" }) => [
      OutputKey,
      OutputValue,
    ]);
    return { status: stack.StackStatus, outputs: Object.fromEntries(outputs) };
  } catch (error) {
    if (isUnknownStack(error)) return undefined;
    throw error;
  }
}

/** CloudFormation's reasons for failed resources of a stack, newest first, from the last hundred events. */
export async function readFailures(client: CloudFormationClient, name: string): Promise<readonly string[]> {
  try {
    const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: name }));
    return StackEvents.flatMap(({ ResourceStatus = "", ResourceStatusReason }) =>
      ResourceStatus.endsWith("_FAILED") && ResourceStatusReason ? [ResourceStatusReason] : [],
    );
  } catch (error) {
    if (isUnknownStack(error)) return [];
    throw error;
  }
}

/** Whether the error means that the stack does not exist, for which CloudFormation has no separate error. */
function isUnknownStack(error: unknown): boolean {
  const { name, message } = error as Error;
  return name === "ValidationError" && message.includes("does not exist");
}

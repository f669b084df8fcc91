import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";

/**
 * Invokes a function asynchronously: Lambda queues the event, retries failures twice, and the caller does not wait for
 * the result.
 */
export async function queueInvocation(
  client: LambdaClient,
  functionName: string,
  event: object,
): Promise<void> {
  await client.send(
    new InvokeCommand({
      FunctionName: functionName,
      InvocationType: "Event",
      Payload: JSON.stringify(event),
    }),
  );
}

import type { LambdaClient } from "@aws-sdk/client-lambda";
import { queueInvocation } from "#adapters/lambda/queue-invocation.ts";
import type { Turns } from "#core/factory/conversation/turns.ts";

interface Options {
  readonly client: LambdaClient;
  /** Name of the function that answers messages of consultations. */
  readonly functionName: string;
}

/** Starts turns of consultations by invoking the function that answers them. */
export function createTurns({ client, functionName }: Options): Turns {
  return { ask: (turn) => queueInvocation(client, functionName, turn) };
}

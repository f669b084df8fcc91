import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import type { Sealer } from "#core/workflows/inline/sealer.ts";

interface Options {
  readonly client: LambdaClient;
  /** Name of the function that seals runs. */
  readonly functionName: string;
}

/**
 * Requests seals by invoking the function that has the rights to seal. The invocation is asynchronous: Lambda queues
 * the event and retries failures, and the caller does not wait for the seal.
 */
export function createSealer({ client, functionName }: Options): Sealer {
  return {
    async ask(inline) {
      await client.send(
        new InvokeCommand({
          FunctionName: functionName,
          InvocationType: "Event",
          Payload: JSON.stringify({ inline }),
        }),
      );
    },
  };
}

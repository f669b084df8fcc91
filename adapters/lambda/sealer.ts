import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import type { Sealer } from "#core/workflows/inline/sealer.ts";

interface Options {
  readonly client: LambdaClient;
  /** The function that seals. */
  readonly functionName: string;
}

/**
 * Has runs sealed by the function that may do so. Lambda queues the event: it tries a failure again, and nothing
 * waits for the seal.
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

import type { LambdaClient } from "@aws-sdk/client-lambda";
import { queueInvocation } from "#adapters/lambda/queue-invocation.ts";
import type { Sealer } from "#core/workflows/inline/sealer.ts";

interface Options {
  readonly client: LambdaClient;
  /** Name of the function that seals runs. */
  readonly functionName: string;
}

/** Requests seals by invoking the function that has the rights to seal. */
export function createSealer({ client, functionName }: Options): Sealer {
  return { ask: (inline) => queueInvocation(client, functionName, { inline }) };
}

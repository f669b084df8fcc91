import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { createConverser } from "#adapters/bedrock/converser.ts";
import { part } from "#adapters/part.ts";

const ATTEMPTS = 3;

export const converser = part({
  name: "converser",
  env: {},
  make: () => createConverser({ client: new BedrockRuntimeClient({ maxAttempts: ATTEMPTS }) }),
});

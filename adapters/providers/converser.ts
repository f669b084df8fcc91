import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { createModelCaller } from "#adapters/bedrock/model-caller.ts";
import { provider } from "#adapters/provider.ts";
import { systemClock } from "#adapters/system/system.ts";
import { createConverser } from "#core/model/fallback.ts";

const ATTEMPTS = 3;

export const converser = provider({
  name: "converser",
  env: {},
  create: () =>
    createConverser(
      createModelCaller({ client: new BedrockRuntimeClient({ maxAttempts: ATTEMPTS }) }),
      systemClock,
    ),
});

import { LambdaClient } from "@aws-sdk/client-lambda";
import { z } from "zod";
import { createSealer } from "#adapters/lambda/sealer.ts";
import { provider } from "#adapters/provider.ts";

export const sealer = provider({
  name: "sealer",
  env: { SEALING_FUNCTION: z.string().min(1) },
  create: ({ SEALING_FUNCTION }) =>
    createSealer({ client: new LambdaClient({}), functionName: SEALING_FUNCTION }),
});

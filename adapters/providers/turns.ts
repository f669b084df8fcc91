import { LambdaClient } from "@aws-sdk/client-lambda";
import { z } from "zod";
import { createTurns } from "#adapters/lambda/turns.ts";
import { provider } from "#adapters/provider.ts";

export const turns = provider({
  name: "turns",
  env: { CONSULTANT_FUNCTION: z.string().min(1) },
  create: ({ CONSULTANT_FUNCTION }) =>
    createTurns({ client: new LambdaClient({}), functionName: CONSULTANT_FUNCTION }),
});

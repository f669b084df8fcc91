import { SSMClient } from "@aws-sdk/client-ssm";
import { z } from "zod";
import { provider } from "#adapters/provider.ts";
import { createSecretKeeper } from "#adapters/ssm/secrets.ts";

export const secretKeeper = provider({
  name: "secretKeeper",
  env: { PARAMETER_PREFIX: z.string().min(1) },
  create: ({ PARAMETER_PREFIX }) =>
    createSecretKeeper({ client: new SSMClient({}), prefix: PARAMETER_PREFIX }),
});

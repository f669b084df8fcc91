import { SSMClient } from "@aws-sdk/client-ssm";
import { z } from "zod";
import { provider } from "#adapters/provider.ts";
import { createSecrets } from "#adapters/ssm/secrets.ts";

export const secrets = provider({
  name: "secrets",
  env: { PARAMETER_PREFIX: z.string().min(1) },
  create: ({ PARAMETER_PREFIX }) => createSecrets({ client: new SSMClient({}), prefix: PARAMETER_PREFIX }),
});

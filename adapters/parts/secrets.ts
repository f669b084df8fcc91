import { SSMClient } from "@aws-sdk/client-ssm";
import { z } from "zod";
import { part } from "#adapters/part.ts";
import { createSecrets } from "#adapters/ssm.ts";

export const secrets = part({
  name: "secrets",
  env: { PARAMETER_PREFIX: z.string().min(1) },
  make: ({ PARAMETER_PREFIX }) => createSecrets({ client: new SSMClient({}), prefix: PARAMETER_PREFIX }),
});

import { SSMClient } from "@aws-sdk/client-ssm";
import { z } from "zod";
import { API_URLS } from "#adapters/api-urls.ts";
import { provider } from "#adapters/provider.ts";
import { createAccess } from "#adapters/ssm/access.ts";

export const access = provider({
  name: "access",
  env: { ...API_URLS, PARAMETER_PREFIX: z.string().min(1) },
  create: ({ GITHUB_API_URL, VERCEL_API_URL, PARAMETER_PREFIX }) =>
    createAccess({
      client: new SSMClient({}),
      prefix: PARAMETER_PREFIX,
      urls: { github: GITHUB_API_URL, vercel: VERCEL_API_URL },
    }),
});

import { z } from "zod";
import { API_URLS } from "#adapters/api-urls.ts";
import { provider } from "#adapters/provider.ts";
import { secrets } from "#adapters/providers/secrets.ts";
import { lazyDeployments } from "#adapters/vercel/connect-on-use.ts";

export const deployments = provider({
  name: "deployments",
  env: {
    VERCEL_API_URL: API_URLS.VERCEL_API_URL,
    VERCEL_TEAM_ID: z.string().optional(),
    /** URL scheme of deployments. */
    VERCEL_SCHEME: z.enum(["http", "https"]).default("https"),
  },
  uses: [secrets],
  create: (config, services) => lazyDeployments(config, services.secrets),
});

import { z } from "zod";
import { API_URLS } from "#adapters/api-urls.ts";
import { githubAuth } from "#adapters/github/auth.ts";
import { createGitHub } from "#adapters/github/github.ts";
import { provider } from "#adapters/provider.ts";
import { secrets } from "#adapters/providers/secrets.ts";

const RETRY_MS = 1000;

export const repositories = provider({
  name: "repositories",
  env: {
    GITHUB_API_URL: API_URLS.GITHUB_API_URL,
    GITHUB_OWNER: z.string().min(1),
    /** Pause between writes in milliseconds; GitHub asks for one second. */
    GITHUB_PAUSE_MS: z.coerce.number().int().min(0).default(1000),
  },
  uses: [secrets],
  create: (config, services) =>
    createGitHub({
      apiUrl: config.GITHUB_API_URL,
      owner: config.GITHUB_OWNER,
      auth: () => githubAuth(services.secrets),
      pace: { write: config.GITHUB_PAUSE_MS, notify: 3 * config.GITHUB_PAUSE_MS, retry: RETRY_MS },
    }),
});

import { API_URLS } from "#adapters/api-urls.ts";
import { createProbes } from "#adapters/health/probes.ts";
import { provider } from "#adapters/provider.ts";
import { artifacts } from "#adapters/providers/artifacts.ts";
import { clock } from "#adapters/providers/clock.ts";
import { converser } from "#adapters/providers/converser.ts";
import { models } from "#adapters/providers/models.ts";
import { secrets } from "#adapters/providers/secrets.ts";
import { signer } from "#adapters/providers/signer.ts";
import { store } from "#adapters/providers/store.ts";
import { vault } from "#adapters/providers/vault.ts";
import { workflows } from "#adapters/providers/workflows.ts";

export const probes = provider({
  name: "probes",
  env: API_URLS,
  uses: [clock, converser, models, store, artifacts, vault, signer, secrets, workflows],
  create: (config, services) =>
    createProbes(services, { github: config.GITHUB_API_URL, vercel: config.VERCEL_API_URL }),
});

import { API_URLS } from "#adapters/api-urls.ts";
import { part } from "#adapters/part.ts";
import { artifacts } from "#adapters/parts/artifacts.ts";
import { clock } from "#adapters/parts/clock.ts";
import { converser } from "#adapters/parts/converser.ts";
import { models } from "#adapters/parts/models.ts";
import { secrets } from "#adapters/parts/secrets.ts";
import { signer } from "#adapters/parts/signer.ts";
import { store } from "#adapters/parts/store.ts";
import { vault } from "#adapters/parts/vault.ts";
import { workflows } from "#adapters/parts/workflows.ts";
import { createProbes } from "#adapters/probes.ts";

export const probes = part({
  name: "probes",
  env: API_URLS,
  uses: [clock, converser, models, store, artifacts, vault, signer, secrets, workflows],
  make: (config, factory) =>
    createProbes(factory, { github: config.GITHUB_API_URL, vercel: config.VERCEL_API_URL }),
});

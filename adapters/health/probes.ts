import { S3ServiceException } from "@aws-sdk/client-s3";
import { kept } from "#adapters/cache/kept.ts";
import type { WithSigner } from "#core/evidence/signer.ts";
import type { WithVault } from "#core/evidence/vault.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithConverser } from "#core/model/converser.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import type { Probes } from "#core/web/probes.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

const SECONDS = 3;
const MODEL_SECONDS = 4;

/** Probes that send a harmless request to each service that the installation depends on. */
export function createProbes(
  services: WithClock &
    WithStore &
    WithArtifacts &
    WithVault &
    WithSigner &
    WithSecrets &
    WithWorkflows &
    WithConverser &
    WithModels,
  urls: { readonly github: string; readonly vercel: string },
): Probes {
  return {
    database: () => services.store.get({ pk: "G#READY", sk: "K" }),
    artifacts: () => bucket(services.artifacts.get("ready", 1)),
    evidence: () => bucket(services.vault.read("ready", 1)),
    signing_key: () => services.signer.publicKey(),
    secrets: () => services.secrets.get("ready"),
    workflows: () => services.workflows.ready(),
    // Cached, because readiness can be requested every second and these services belong to others.
    github: kept(services.clock, { found: 15, failed: 5 }, () => responds(urls.github)),
    vercel: kept(services.clock, { found: 15, failed: 5 }, () => responds(urls.vercel)),
    // Cached for several minutes, because tokens cost money.
    architect: kept(services.clock, { found: 300, failed: 30 }, () => model(services)),
  };
}

/** Sends a minimal request to the model. A refusal also proves that the model is available. */
async function model({ converser, models }: WithConverser & WithModels): Promise<void> {
  const request = {
    model: models.chat,
    role: "probe",
    system: "Answer with true.",
    messages: [{ role: "user", text: "Are you there?" }],
    answer: {
      name: "probe_answer",
      description: "Whether you are there.",
      schema: {
        type: "object",
        properties: { here: { type: "boolean" } },
        required: ["here"],
        additionalProperties: false,
      },
    },
    max_tokens: 50,
    timeout_ms: MODEL_SECONDS * 1000,
  } as const;
  await converser.converse(request).catch((error) => {
    if (!(error instanceof GantryError) || error.code !== "ModelRefused") throw error;
  });
}

/**
 * Accepts AccessDenied as success: the API has no rights to the buckets itself, but a missing bucket returns another
 * error.
 */
async function bucket(question: Promise<unknown>): Promise<void> {
  await question.catch((error) => {
    if (!(error instanceof S3ServiceException) || error.name !== "AccessDenied") throw error;
  });
}

/** Rejects unless the service responds with a status below 500. */
async function responds(url: string): Promise<void> {
  const { status } = await fetch(url, { signal: AbortSignal.timeout(SECONDS * 1000) });
  if (status >= 500)
    throw new GantryError("EnvironmentFailure", `${new URL(url).host} returned status ${status}.`);
}

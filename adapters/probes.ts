import { S3ServiceException } from "@aws-sdk/client-s3";
import { kept } from "#adapters/kept.ts";
import { GantryError } from "#core/errors.ts";
import type { Factory } from "#core/factory.ts";

const SECONDS = 3;
const MODEL_SECONDS = 4;

/** One harmless question to each thing the factory depends on. */
export function createProbes(
  factory: Pick<
    Factory,
    "clock" | "store" | "artifacts" | "vault" | "signer" | "secrets" | "workflows" | "converser" | "models"
  >,
  urls: { readonly github: string; readonly vercel: string },
): Factory["probes"] {
  return {
    database: () => factory.store.get({ pk: "G#READY", sk: "K" }),
    artifacts: () => bucket(factory.artifacts.get("ready", 1)),
    evidence: () => bucket(factory.vault.read("ready", 1)),
    signing_key: () => factory.signer.publicKey(),
    secrets: () => factory.secrets.get("ready"),
    workflows: () => factory.workflows.ready(),
    // The addresses of others: asking costs them a request, and readiness may be asked for every second.
    github: kept(factory.clock, { found: 15, failed: 5 }, () => answers(urls.github)),
    vercel: kept(factory.clock, { found: 15, failed: 5 }, () => answers(urls.vercel)),
    // Its tokens are paid for, so one answer stands for several minutes.
    architect: kept(factory.clock, { found: 300, failed: 30 }, () => model(factory)),
  };
}

/** The smallest question; a model that is there and refuses it has answered as well. */
async function model({ converser, models }: Pick<Factory, "converser" | "models">): Promise<void> {
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

/** The API may not look into the buckets in its own name: one that refuses it is there, one that is not says so. */
async function bucket(question: Promise<unknown>): Promise<void> {
  await question.catch((error) => {
    if (!(error instanceof S3ServiceException) || error.name !== "AccessDenied") throw error;
  });
}

/** Any response below 500 says that the service is there. */
async function answers(url: string): Promise<void> {
  const { status } = await fetch(url, { signal: AbortSignal.timeout(SECONDS * 1000) });
  if (status >= 500) throw new GantryError("EnvironmentFailure", `${new URL(url).host} answers ${status}.`);
}

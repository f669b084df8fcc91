import { S3ServiceException } from "@aws-sdk/client-s3";
import { GantryError } from "#core/errors.ts";
import type { Factory } from "#core/factory.ts";

const SECONDS = 3;

/** One harmless question to each thing the factory depends on. */
export function createProbes(
  factory: Pick<Factory, "store" | "artifacts" | "vault" | "signer" | "secrets" | "workflows">,
  urls: { readonly github: string; readonly vercel: string },
): Factory["probes"] {
  return {
    table: () => factory.store.get({ pk: "G#READY", sk: "K" }),
    artifacts: () => bucket(factory.artifacts.get("ready", 1)),
    evidence: () => bucket(factory.vault.read("ready", 1)),
    signing_key: () => factory.signer.publicKey(),
    secrets: () => factory.secrets.get("ready"),
    workflows: () => factory.workflows.ready(),
    github: () => answers(urls.github),
    vercel: () => answers(urls.vercel),
  };
}

/** The API may not look into the buckets in its own name: one that refuses it is there, one that is not says so. */
async function bucket(question: Promise<unknown>): Promise<void> {
  await question.catch((error) => {
    if (!(error instanceof S3ServiceException) || error.name !== "AccessDenied") throw error;
  });
}

/** Any answer below 500 says that somebody is there. */
async function answers(url: string): Promise<void> {
  const { status } = await fetch(url, { signal: AbortSignal.timeout(SECONDS * 1000) });
  if (status >= 500) throw new GantryError("EnvironmentFailure", `${new URL(url).host} answers ${status}.`);
}

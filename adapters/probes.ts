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
    artifacts: () => factory.artifacts.exists("ready"),
    evidence: () => factory.vault.read("ready", 1),
    signing_key: () => factory.signer.publicKey(),
    secrets: () => factory.secrets.get("ready"),
    workflows: () => factory.workflows.ready(),
    github: () => answers(urls.github),
    vercel: () => answers(urls.vercel),
  };
}

/** Any answer below 500 says that somebody is there. */
async function answers(url: string): Promise<void> {
  const { status } = await fetch(url, { signal: AbortSignal.timeout(SECONDS * 1000) });
  if (status >= 500) throw new GantryError("EnvironmentFailure", `${new URL(url).host} answers ${status}.`);
}

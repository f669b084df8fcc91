import { type Policy, policySchema, type WithPolicy } from "#core/factory/policy/policy.ts";
import type { NewPins } from "#core/governance/gate/hosts.ts";
import { getArtifact, type Objects, putArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalHash, canonicalJson } from "#core/kernel/canonical.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** Pinned policies by the reference in an execution's first signal. */
interface Policies {
  /** Returns the policy. Throws Internal when it is missing, altered or not readable by this version. */
  load(tenant: string, ref: DefinitionRef): Promise<Policy>;
}

export interface WithPolicies {
  /** Loads policies that executions are pinned to. */
  readonly policies: Policies;
}

/** The reference of a policy. */
export function policyRef(policy: Policy): DefinitionRef {
  return { id: "factory", version: String(policy.version), sha256: canonicalHash(policy) };
}

/** Stores the active policy among the tenant's artifacts and returns its reference. Idempotent. */
export async function pinPolicy(
  { artifacts, policy }: WithArtifacts & WithPolicy,
  tenant: string,
): Promise<DefinitionRef> {
  await putArtifact(artifacts, tenant, canonicalJson(policy));
  return policyRef(policy);
}

/** Returns a function that creates the pins of a new execution. */
export function pinsOf(services: WithArtifacts & WithPolicy): (tenant: string) => Promise<NewPins> {
  return async (tenant) => ({ policy: await pinPolicy(services, tenant) });
}

/** Maximum number of cached policies; an installation rarely uses more than a few at a time. */
const KEPT = 16;

/** Loads pinned policies and caches them for the life of the process, because their content never changes. */
export function createPolicies(objects: Objects): Policies {
  const kept = new Map<string, Policy>();
  return {
    async load(tenant, { sha256 }) {
      const known = kept.get(sha256);
      if (known) return known;
      const policy = await read(objects, tenant, sha256);
      if (kept.size >= KEPT) kept.clear();
      kept.set(sha256, policy);
      return policy;
    },
  };
}

async function read(objects: Objects, tenant: string, sha256: string): Promise<Policy> {
  const bytes = await getArtifact(objects, tenant, sha256).catch((cause: unknown) => {
    throw cause instanceof GantryError && cause.code === "Internal" ? unusable(sha256, cause) : cause;
  });
  const policy = policySchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (policy.success) return policy.data;
  throw new GantryError("Internal", `This version of Gantry cannot read the pinned policy ${sha256}.`, {
    cause: policy.error,
  });
}

const unusable = (sha256: string, cause: GantryError) =>
  new GantryError(
    "Internal",
    `The pinned policy ${sha256} is missing or altered; the execution cannot continue without it.`,
    {
      cause,
    },
  );

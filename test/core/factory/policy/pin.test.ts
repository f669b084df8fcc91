import { describe, expect, it } from "@jest/globals";
import { createPolicies, pinPolicy, policyRef } from "#core/factory/policy/pin.ts";
import type { Policy } from "#core/factory/policy/policy.ts";
import { artifactPath } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { memoryWorld, OWNER, POLICY } from "#test/support/memory-world.ts";

const { tenant } = OWNER;
const STRICT: Policy = { ...POLICY, stacks: ["static"] };

describe("a pinned policy", () => {
  it("is stored as the bytes that its digest names, however often it is pinned", async () => {
    const world = memoryWorld();
    const ref = await pinPolicy(world, tenant);
    expect(await pinPolicy(world, tenant)).toEqual(ref);
    expect(ref).toEqual({ id: "factory", version: "1", sha256: sha256Hex(canonicalJson(POLICY)) });
    expect(ref).toEqual(policyRef(POLICY));
    const bytes = world.artifacts.all.get(artifactPath(tenant, ref.sha256));
    expect(new TextDecoder().decode(bytes)).toBe(canonicalJson(POLICY));
    expect([...world.artifacts.all]).toHaveLength(1);
  });

  it("is loaded unchanged when the installation's own policy has changed", async () => {
    const world = memoryWorld();
    const first = await pinPolicy(world, tenant);
    const second = await pinPolicy({ ...world, policy: STRICT }, tenant);
    expect(await world.policies.load(tenant, first)).toEqual(POLICY);
    expect(await world.policies.load(tenant, second)).toEqual(STRICT);
  });

  it("is loaded once per process", async () => {
    const world = memoryWorld();
    const ref = await pinPolicy(world, tenant);
    let reads = 0;
    const { get } = world.artifacts;
    const policies = createPolicies({
      ...world.artifacts,
      get: async (...input) => {
        reads += 1;
        return get(...input);
      },
    });
    for (let time = 0; time < 3; time++) expect(await policies.load(tenant, ref)).toEqual(POLICY);
    expect(reads).toBe(1);
  });

  it.each([
    ["missing", undefined],
    ["altered", canonicalJson({ ...POLICY, forbidden: [] })],
  ])("that is %s is an Internal error each time, until it is restored", async (_, bytes) => {
    const world = memoryWorld();
    const ref = await pinPolicy(world, tenant);
    const path = artifactPath(tenant, ref.sha256);
    if (bytes === undefined) world.artifacts.all.delete(path);
    else world.artifacts.all.set(path, new TextEncoder().encode(bytes));
    for (let time = 0; time < 2; time++)
      await expect(world.policies.load(tenant, ref)).rejects.toMatchObject({
        code: "Internal",
        message: `The pinned policy ${ref.sha256} is missing or altered; the execution cannot continue without it.`,
      });
    await pinPolicy(world, tenant);
    expect(await world.policies.load(tenant, ref)).toEqual(POLICY);
  });

  it("that this version cannot read is an Internal error, never a policy with parts missing", async () => {
    const world = memoryWorld();
    const { forbidden: _, ...older } = POLICY;
    const ref = await pinPolicy({ ...world, policy: older as Policy }, tenant);
    await expect(world.policies.load(tenant, ref)).rejects.toMatchObject({
      code: "Internal",
      message: `This version of Gantry cannot read the pinned policy ${ref.sha256}.`,
    });
  });
});

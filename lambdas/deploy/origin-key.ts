import { randomBytes } from "node:crypto";
import { z } from "zod";
import { openParameters, type Parameters } from "#adapters/aws-account/parameters.ts";
import { systemClock } from "#adapters/system/system.ts";
import { ORIGIN_SECRET, type OriginKeys, withCurrentKey } from "#core/identity/origin.ts";
import type { Clock } from "#core/kernel/clock.ts";
import { customResource } from "#lambdas/runtime/custom-resource.ts";

/**
 * `Name` is the name of the current key, `Prefix` that of the installation's secrets. `Digest` changes with this
 * code, so that CloudFormation updates the resource.
 */
const properties = z.object({ Name: z.string().min(1), Prefix: z.string().min(1), Digest: z.string() });

/**
 * Stores the keys with which CloudFront proves that requests came through it, and returns the current one as the
 * attribute `Value`, which CloudFormation does not show. A key is stored before CloudFront uses it, so that no request
 * is refused while a new key is deployed to the edge locations.
 */
export function originKey(open: (prefix: string) => Parameters, clock: Pick<Clock, "now">) {
  return customResource({
    properties,
    physicalId: "origin-key",
    async put({ Name, Prefix }) {
      const parameters = open(Prefix);
      const text = await parameters.get(ORIGIN_SECRET);
      const before = text === undefined ? undefined : (JSON.parse(text) as OriginKeys);
      const fresh = { name: Name, value: randomBytes(32).toString("base64url") };
      const keys = withCurrentKey(before, fresh, clock.now());
      if (keys !== before) await parameters.set(ORIGIN_SECRET, JSON.stringify(keys));
      return { Value: keys.current.value };
    },
    remove: async ({ Prefix }) => void (await open(Prefix).remove(ORIGIN_SECRET)),
  });
}

/** Custom resource of the web stack. */
export const handler = originKey(
  (prefix) => openParameters({ prefix, region: undefined, by: "the deployment" }),
  systemClock,
);

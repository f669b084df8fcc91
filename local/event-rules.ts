import { MACHINES } from "#core/workflows/machines.ts";
import { ruleRows } from "#deployment/rules.ts";
import { ARTIFACT_BUCKET, CLUSTER_ARN, machineArn } from "#local/topology.ts";
import type { BusOptions } from "#local-cloud/eventbridge/bus.ts";

const RESOURCES = {
  artifactBucket: ARTIFACT_BUCKET,
  clusterArn: CLUSTER_ARN,
  machineArns: MACHINES.map(machineArn),
};

/** The catalogue's rules for the resources of the local cloud. */
export const RULES: BusOptions["rules"] = ruleRows().map(({ name, target, schedule, pattern }) =>
  schedule
    ? { name, schedule, targets: [target] }
    : { name, pattern: pattern(RESOURCES) as never, targets: [target] },
);

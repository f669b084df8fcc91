import { ruleRows } from "#deployment/rules.ts";
import { ARTIFACT_BUCKET, CLUSTER_ARN, MACHINE_ARN } from "#local/topology.ts";
import type { BusOptions } from "#local-cloud/eventbridge/bus.ts";

const RESOURCES = {
  artifactBucket: ARTIFACT_BUCKET,
  clusterArn: CLUSTER_ARN,
  missionMachineArn: MACHINE_ARN,
};

/** The catalogue's rules over the resources of the local cloud. */
export const RULES: BusOptions["rules"] = ruleRows().map(({ name, target, schedule, pattern }) =>
  schedule
    ? { name, schedule, targets: [target] }
    : { name, pattern: pattern(RESOURCES) as never, targets: [target] },
);

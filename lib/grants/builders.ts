import { Fn, Stack } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import type { Grant } from "#lib/constructs/gantry-function.ts";
import type { BuilderResources } from "#lib/resources.ts";

/** Sets the variables that name the cluster and the task families. */
function namesBuilders({ clusterName, families }: BuilderResources): Grant {
  return (fn) => {
    fn.env("CLUSTER", clusterName);
    fn.env("TASK_DEFINITION_SMALL", families.small);
    fn.env("TASK_DEFINITION_LARGE", families.large);
  };
}

/**
 * Allows starting builders of these two families, in this cluster only. The only role that can be passed to a
 * task is the one that pulls its image and writes its log; there is no task role.
 */
export function runsBuilders(builders: BuilderResources): Grant {
  return (fn) => {
    namesBuilders(builders)(fn);
    fn.env("BUILDER_SUBNETS", Fn.join(",", [...builders.subnetIds]));
    fn.env("BUILDER_SECURITY_GROUPS", Fn.join(",", [...builders.securityGroupIds]));
    fn.env("BUILDER_PUBLIC_IP", builders.publicIp);
    const { small, large } = builders.families;
    fn.allow({
      actions: ["ecs:RunTask"],
      resources: [small, large].map((family) => ecsArn(fn, "task-definition", `${family}:*`)),
      conditions: inCluster(fn, builders),
    });
    fn.allow({
      actions: ["iam:PassRole"],
      resources: [builders.executionRoleArn],
      conditions: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
    });
  };
}

export function stopsBuilders(builders: BuilderResources): Grant {
  return (fn) => {
    namesBuilders(builders)(fn);
    fn.allow(onTasks(fn, builders, "ecs:StopTask"));
  };
}

/**
 * Allows finding builders that exceeded the maximum age. Listing supports no resource; a condition restricts
 * it to the cluster.
 */
export function sweepsBuilders(builders: BuilderResources): Grant {
  return (fn) => {
    stopsBuilders(builders)(fn);
    fn.allow(onTasks(fn, builders, "ecs:DescribeTasks"));
    fn.allow({ actions: ["ecs:ListTasks"], resources: ["*"], conditions: inCluster(fn, builders) });
  };
}

function onTasks(scope: IConstruct, builders: BuilderResources, action: string) {
  return {
    actions: [action],
    resources: [ecsArn(scope, "task", `${builders.clusterName}/*`)],
    conditions: inCluster(scope, builders),
  };
}

function inCluster(scope: IConstruct, { clusterName }: BuilderResources) {
  return { ArnEquals: { "ecs:cluster": ecsArn(scope, "cluster", clusterName) } };
}

function ecsArn(scope: IConstruct, resource: string, resourceName: string): string {
  return Stack.of(scope).formatArn({ service: "ecs", resource, resourceName });
}

import { ArnFormat, CfnOutput, Duration, Stack } from "aws-cdk-lib";
import * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { parameterPrefix } from "#core/operations/installation.ts";
import type { Machine } from "#core/workflows/machines.ts";
import { EVENT_FUNCTIONS } from "#deployment/event-functions.ts";
import { STEPS } from "#deployment/steps.ts";
import type { Bundles } from "#lib/bundling/bundles.ts";
import type { GantryConfig } from "#lib/config.ts";
import { BuilderTasks } from "#lib/constructs/builder-tasks.ts";
import { EventRules } from "#lib/constructs/event-rules.ts";
import { createFunctions, type GantryFunction } from "#lib/constructs/gantry-function.ts";
import { Network } from "#lib/constructs/network.ts";
import { machineName, WorkflowMachine } from "#lib/constructs/workflow-machine.ts";
import { factoryGrants } from "#lib/grants/factory-functions.ts";
import { accept, DEAD_LETTERS } from "#lib/nag/nag.ts";
import { nameOf } from "#lib/names.ts";
import type { Resources } from "#lib/resources.ts";
import type { DataStack } from "#lib/stacks/data-stack.ts";

export interface FactoryStackProps {
  readonly config: GantryConfig;
  readonly bundles: Bundles;
  /** The build context of the builder's image. */
  readonly builderContext: string;
  readonly data: DataStack;
}

const FACTORY_FUNCTIONS = { ...STEPS, ...EVENT_FUNCTIONS };

/** The state machines and their steps, the builders and their network, and the functions for their events. */
export class FactoryStack extends Stack {
  /** The resources to which functions of the API stack are granted rights. */
  readonly resources: Resources;
  /** The queue for events that could not be delivered or handled. */
  readonly deadLetters: sqs.Queue;
  readonly functions: Readonly<Record<keyof typeof FACTORY_FUNCTIONS, GantryFunction>>;

  constructor(scope: Construct, id: string, { config, bundles, builderContext, data }: FactoryStackProps) {
    super(scope, id, { description: `Gantry ${config.stage}: missions and builders.` });
    const tasks = new BuilderTasks(this, "Builders", { config, context: builderContext });
    const network = new Network(this, "Network", {
      config,
      artifacts: data.artifacts,
      repositoryArn: tasks.image.repository.repositoryArn,
      logGroup: tasks.logGroup,
    });
    this.resources = {
      config,
      table: data.table,
      artifacts: data.artifacts,
      evidence: data.evidence,
      signingKey: data.signingKey,
      machines: {
        mission: machineArn(this, config, "mission"),
        workflow: machineArn(this, config, "workflow"),
      },
      builders: {
        clusterName: tasks.clusterName,
        families: tasks.families,
        executionRoleArn: tasks.executionRole.roleArn,
        subnetIds: network.subnetIds,
        securityGroupIds: network.securityGroupIds,
        publicIp: network.publicIp,
      },
    };
    const grants = factoryGrants(this.resources);
    this.functions = createFunctions(this, { config, bundles }, FACTORY_FUNCTIONS, grants);
    new WorkflowMachine(this, "Missions", { config, machine: "mission", functions: this.functions });
    new WorkflowMachine(this, "Workflows", { config, machine: "workflow", functions: this.functions });
    this.deadLetters = createDeadLetters(this, config);
    new EventRules(this, "Events", {
      config,
      artifactBucket: data.artifacts.bucketName,
      clusterArn: tasks.clusterArn,
      machineArns: Object.values(this.resources.machines),
      deadLetters: this.deadLetters,
      functions: this.functions,
    });
    this.tell(config, tasks);
  }

  /** Outputs for people and the `gantry` command. */
  private tell(config: GantryConfig, tasks: BuilderTasks): void {
    const outputs = {
      MissionMachineArn: this.resources.machines.mission,
      WorkflowMachineArn: this.resources.machines.workflow,
      BuilderCluster: tasks.clusterName,
      BuilderImage: tasks.image.imageUri,
      DeadLetterQueueUrl: this.deadLetters.queueUrl,
      ParameterPrefix: parameterPrefix(config.stage),
      Model: config.model,
      ModelSmall: config.modelSmall,
      GitHubOwner: config.githubOwner,
      ReservedConcurrency: config.reservedConcurrency,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

/**
 * The ARN as text: the machine calls functions that refer to the machine, and neither can be created after
 * the other.
 */
function machineArn(stack: Stack, config: GantryConfig, machine: Machine): string {
  return stack.formatArn({
    service: "states",
    resource: "stateMachine",
    resourceName: machineName(config, machine),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

function createDeadLetters(scope: Construct, config: GantryConfig): sqs.Queue {
  const queue = new sqs.Queue(scope, "DeadLetters", {
    queueName: nameOf(config, "dead-letters"),
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  accept(queue, DEAD_LETTERS);
  return queue;
}

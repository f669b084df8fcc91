import { ArnFormat, CfnOutput, Duration, Stack } from "aws-cdk-lib";
import * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { parameterPrefix } from "#core/installation.ts";
import { BuilderTasks } from "#lib/builder-tasks.ts";
import type { Bundles } from "#lib/bundles.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { DataStack } from "#lib/data-stack.ts";
import { EventRules } from "#lib/event-rules.ts";
import { createFunctions, type GantryFunction } from "#lib/gantry-function.ts";
import { factoryGrants } from "#lib/grants/factory-functions.ts";
import { MissionMachine, machineName } from "#lib/mission-machine.ts";
import { accept, DEAD_LETTERS } from "#lib/nag.ts";
import { nameOf } from "#lib/names.ts";
import { Network } from "#lib/network.ts";
import type { Resources } from "#lib/resources.ts";

export interface FactoryStackProps {
  readonly config: GantryConfig;
  readonly bundles: Bundles;
  /** The folder the builder's image is made from. */
  readonly builderContext: string;
  readonly data: DataStack;
}

/** The steps of a mission, in the order the machine comes to them. */
const STEPS = {
  admit: "Takes a slot or queues for one.",
  prepare: "Starts the first builder early.",
  architect: "Drafts the app.",
  check: "Holds the draft against the policy.",
  install: "Provides the dependency layer.",
  build: "Gives a job to an isolated builder.",
  "stop-build": "Stops a builder that nothing waits for.",
  inspect: "Says what the builder's record means.",
  heal: "Repairs the draft.",
  review: "Takes a second look at the app.",
  preview: "Deploys the audited output as a preview.",
  verify: "Runs the acceptance steps on the preview.",
  promote: "Makes the verified preview the live app.",
  publish: "Opens the pull request.",
  seal: "Seals the evidence and ends the mission.",
  release: "Frees the slot of a mission that could not be sealed.",
} as const;

const HANDLERS = {
  "object-created": "Resumes a mission when its builder has written.",
  "task-stopped": "Tells a mission that its builder has ended.",
  "execution-ended": "Seals a mission whose machine was stopped.",
  sweep: "Stops builders that outlived their time.",
} as const;

/** Where missions run: the machine and its steps, the builders and their network, and what hears of them. */
export class FactoryStack extends Stack {
  /** What the API's functions are given rights to as well. */
  readonly resources: Resources;
  readonly missions: MissionMachine;
  /** Events that could not be delivered or handled. */
  readonly deadLetters: sqs.Queue;
  readonly functions: Readonly<Record<keyof typeof STEPS | keyof typeof HANDLERS, GantryFunction>>;

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
      machines: { mission: missionMachineArn(this, config) },
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
    this.functions = createFunctions(this, { config, bundles }, { ...STEPS, ...HANDLERS }, grants);
    this.missions = new MissionMachine(this, "Missions", {
      config,
      functions: (Object.keys(STEPS) as (keyof typeof STEPS)[]).map((name) => this.functions[name]),
    });
    this.deadLetters = createDeadLetters(this, config);
    new EventRules(this, "Events", {
      config,
      artifactBucket: data.artifacts.bucketName,
      clusterArn: tasks.clusterArn,
      machineArn: this.resources.machines.mission,
      deadLetters: this.deadLetters,
      functions: this.functions,
    });
    this.tell(config, tasks);
  }

  /** What people and the `gantry` command ask for. */
  private tell(config: GantryConfig, tasks: BuilderTasks): void {
    const outputs = {
      MissionMachineArn: this.resources.machines.mission,
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

/** By text: the machine calls functions that answer the machine, and neither can wait for the other to be made. */
function missionMachineArn(stack: Stack, config: GantryConfig): string {
  return stack.formatArn({
    service: "states",
    resource: "stateMachine",
    resourceName: machineName(config),
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

import { Stack } from "aws-cdk-lib";
import { DockerImageAsset, Platform } from "aws-cdk-lib/aws-ecr-assets";
import * as ecs from "aws-cdk-lib/aws-ecs";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as logs from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { BUILDER_CONTAINER, BUILDER_TIERS, type BuilderTier } from "#deployment/builders.ts";
import type { GantryConfig } from "#lib/config.ts";
import { createLogGroup } from "#lib/constructs/log-group.ts";
import { accept, acceptWildcards, CLUSTER } from "#lib/nag/nag.ts";
import { nameOf } from "#lib/names.ts";

/**
 * The supervisor's capabilities: to run commands as other users, to give files to them, to kill their
 * processes, and to drop all other capabilities.
 */
const KEPT = ["SETUID", "SETGID", "KILL", "CHOWN", "DAC_OVERRIDE", "FOWNER", "SETPCAP"];
/** Docker's default capabilities. Fargate does not accept `ALL` here, so each is named. */
const DEFAULTS = [
  ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE"],
  ...["NET_RAW", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"],
];
const DROPPED = DEFAULTS.filter((capability) => !KEPT.includes(capability));

/** The only writable folders. They are on the task's own disk, which is deleted with the task. */
const WRITABLE = { work: "/work", tmp: "/tmp" };
/** GiB; the minimum that Fargate allows. */
const DISK = 21;
/** Seconds from SIGTERM to SIGKILL; a stopped builder has nothing to save. */
const STOP_SECONDS = 5;

export interface BuilderTasksProps {
  readonly config: GantryConfig;
  /** The build context of the image: a folder with its Dockerfile and the files that it copies. */
  readonly context: string;
}

/**
 * The builder as a task, small and large. It has no task role, so the container has no rights on AWS. Its
 * execution role is used only by Fargate, to pull the image and to write the log.
 */
export class BuilderTasks extends Construct {
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly families: Readonly<Record<BuilderTier, string>>;
  readonly executionRole: iam.Role;
  readonly image: DockerImageAsset;
  readonly logGroup: logs.LogGroup;

  constructor(scope: Construct, id: string, { config, context }: BuilderTasksProps) {
    super(scope, id);
    this.clusterName = nameOf(config);
    const cluster = new ecs.CfnCluster(this, "Cluster", {
      clusterName: this.clusterName,
      clusterSettings: [{ name: "containerInsights", value: "disabled" }],
    });
    accept(cluster, CLUSTER);
    this.clusterArn = cluster.attrArn;
    this.image = new DockerImageAsset(this, "Image", {
      directory: context,
      platform: Platform.LINUX_ARM64,
      displayName: nameOf(config, "builder"),
    });
    this.logGroup = createLogGroup(this, "Logs", config, `/gantry/${config.stage}/builders`);
    this.executionRole = createExecutionRole(
      this,
      nameOf(config, "builder-start"),
      this.image,
      this.logGroup,
    );
    this.families = {
      small: this.define("small", nameOf(config, BUILDER_TIERS.small.family)),
      large: this.define("large", nameOf(config, BUILDER_TIERS.large.family)),
    };
  }

  private define(tier: BuilderTier, family: string): string {
    const { cpu, memory, containerMemory } = BUILDER_TIERS[tier];
    new ecs.CfnTaskDefinition(this, tier, {
      family,
      cpu: String(cpu),
      memory: String(memory),
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
      ephemeralStorage: { sizeInGiB: DISK },
      executionRoleArn: this.executionRole.roleArn,
      volumes: Object.keys(WRITABLE).map((name) => ({ name })),
      containerDefinitions: [
        {
          name: BUILDER_CONTAINER,
          image: this.image.imageUri,
          essential: true,
          memory: containerMemory,
          readonlyRootFilesystem: true,
          mountPoints: Object.entries(WRITABLE).map(([sourceVolume, containerPath]) => ({
            sourceVolume,
            containerPath,
            readOnly: false,
          })),
          linuxParameters: { initProcessEnabled: true, capabilities: { drop: DROPPED } },
          ulimits: [
            { name: "nofile", softLimit: 4096, hardLimit: 4096 },
            { name: "nproc", softLimit: 1024, hardLimit: 1024 },
            { name: "core", softLimit: 0, hardLimit: 0 },
          ],
          stopTimeout: STOP_SECONDS,
          logConfiguration: {
            logDriver: "awslogs",
            options: {
              "awslogs-group": this.logGroup.logGroupName,
              "awslogs-region": Stack.of(this).region,
              "awslogs-stream-prefix": tier,
              // A log that cannot be written must not block the build.
              mode: "non-blocking",
              "max-buffer-size": "4m",
            },
          },
        },
      ],
    });
    return family;
  }
}

function createExecutionRole(
  scope: Construct,
  roleName: string,
  image: DockerImageAsset,
  logGroup: logs.LogGroup,
): iam.Role {
  const role = new iam.Role(scope, "StartRole", {
    roleName,
    description: "Lets Fargate pull the builder's image and write its log. Containers cannot use it.",
    assumedBy: new iam.ServicePrincipal("ecs-tasks.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
  });
  const statements = [
    { actions: ["ecr:GetAuthorizationToken"], resources: ["*"] }, // This action does not support resources.
    {
      actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      resources: [image.repository.repositoryArn],
    },
    { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [logGroup.logGroupArn] },
  ];
  for (const statement of statements) role.addToPolicy(new iam.PolicyStatement(statement));
  acceptWildcards(role, ["*"]);
  return role;
}

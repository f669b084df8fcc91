import { ArnFormat, Aws, Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as logs from "aws-cdk-lib/aws-logs";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { GantryConfig } from "#lib/config.ts";
import { guardNames } from "#lib/constructs/dns-firewall.ts";
import { createLogGroup } from "#lib/constructs/log-group.ts";
import { KEYS } from "#lib/grants/artifacts.ts";
import { nameOf } from "#lib/names.ts";

export interface NetworkProps {
  readonly config: GantryConfig;
  readonly artifacts: Bucket;
  /** The repository of the builder's image. */
  readonly repositoryArn: string;
  /** The log group of the builders. */
  readonly logGroup: logs.ILogGroup;
}

/** The bucket from which image layers of ECR are fetched in this region. */
const LAYERS = `prod-${Aws.REGION}-starport-layer-bucket`;

/**
 * The builders' network. `economy`: public subnets, where a task can connect only to port 443 and resolve
 * only certain names of AWS. `strict`: no route to the internet; AWS services are reached through endpoints.
 * In both, there are no inbound connections, and only the artefact bucket and the image layers of S3 are
 * reachable.
 */
export class Network extends Construct {
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly publicIp: "ENABLED" | "DISABLED";

  constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    const { config, artifacts } = props;
    const strict = config.network === "strict";
    const vpc = createVpc(this, config);
    const builders = createSecurityGroup(
      this,
      vpc,
      "Builders",
      "Builders: no inbound traffic, outbound to port 443 only.",
    );
    builders.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), "HTTPS, limited by routes and DNS");
    const s3 = vpc.addGatewayEndpoint("S3", { service: ec2.GatewayVpcEndpointAwsService.S3 });
    for (const statement of storage(artifacts)) s3.addToPolicy(statement);
    if (strict) addEndpoints(this, vpc, builders, props);
    guardNames(this, { config, vpcId: vpc.vpcId, names: namesOf(artifacts) });
    logTraffic(this, vpc, config);
    this.subnetIds = (strict ? vpc.isolatedSubnets : vpc.publicSubnets).map(({ subnetId }) => subnetId);
    this.securityGroupIds = [builders.securityGroupId];
    this.publicIp = strict ? "DISABLED" : "ENABLED";
  }
}

function createVpc(scope: Construct, config: GantryConfig): ec2.Vpc {
  const strict = config.network === "strict";
  return new ec2.Vpc(scope, "Vpc", {
    vpcName: nameOf(config),
    ipAddresses: ec2.IpAddresses.cidr("10.71.0.0/16"),
    maxAzs: 2,
    natGateways: 0,
    // Restricting the default group, which is not used, would add a Lambda function.
    restrictDefaultSecurityGroup: false,
    // Each kind has its own address range, so that the network of an installation can be changed.
    subnetConfiguration: [
      {
        name: "Public",
        subnetType: ec2.SubnetType.PUBLIC,
        cidrMask: 20,
        mapPublicIpOnLaunch: false,
        reserved: strict,
      },
      { name: "Isolated", subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 20, reserved: !strict },
    ],
  });
}

function createSecurityGroup(scope: Construct, vpc: ec2.Vpc, id: string, description: string) {
  return new ec2.SecurityGroup(scope, id, {
    vpc: vpc as ec2.IVpc,
    description,
    allowAllOutbound: false,
    disableInlineRules: false,
  });
}

/**
 * Presigned URLs have the rights of the role that signed them, so the endpoint's policy restricts them again.
 */
function storage(artifacts: Bucket): iam.PolicyStatement[] {
  const layers = Stack.of(artifacts).formatArn({
    service: "s3",
    region: "",
    account: "",
    resource: LAYERS,
    resourceName: "*",
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
  return [
    forAnyPrincipal(["s3:GetObject"], [layers]),
    forAnyPrincipal(
      ["s3:GetObject"],
      [artifacts.arnForObjects(KEYS.layers), artifacts.arnForObjects(KEYS.jobs)],
    ),
    forAnyPrincipal(["s3:PutObject"], [artifacts.arnForObjects(KEYS.builds)]),
  ];
}

function forAnyPrincipal(actions: string[], resources: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions, resources });
}

/** Adds the endpoints that Fargate uses when it starts a task, which it does from the builder's network. */
function addEndpoints(
  scope: Construct,
  vpc: ec2.Vpc,
  builders: ec2.SecurityGroup,
  { repositoryArn, logGroup }: NetworkProps,
): void {
  const group = createSecurityGroup(scope, vpc, "Endpoints", "Endpoints: port 443 from builders.");
  group.addIngressRule(builders, ec2.Port.tcp(443), "HTTPS from builders");
  const pull = [
    forAnyPrincipal(["ecr:GetAuthorizationToken"], ["*"]), // Knows no resource.
    forAnyPrincipal(
      ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      [repositoryArn],
    ),
  ];
  const write = [forAnyPrincipal(["logs:CreateLogStream", "logs:PutLogEvents"], [logGroup.logGroupArn])];
  const endpoints = [
    ["EcrApi", ec2.InterfaceVpcEndpointAwsService.ECR, pull],
    ["EcrImages", ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER, pull],
    ["Logs", ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS, write],
  ] as const;
  for (const [id, service, statements] of endpoints) {
    const endpoint = vpc.addInterfaceEndpoint(id, {
      service,
      securityGroups: [group],
      open: false,
      privateDnsEnabled: true,
    });
    for (const statement of statements) endpoint.addToPolicy(statement);
  }
}

/**
 * The names that a builder must resolve: to pull its image, to write its log, and to reach the artefact
 * bucket.
 */
function namesOf(artifacts: Bucket): string[] {
  const { REGION, ACCOUNT_ID, URL_SUFFIX } = Aws;
  return [
    `api.ecr.${REGION}.${URL_SUFFIX}`,
    `${ACCOUNT_ID}.dkr.ecr.${REGION}.${URL_SUFFIX}`,
    `logs.${REGION}.${URL_SUFFIX}`,
    `${LAYERS}.s3.${REGION}.${URL_SUFFIX}`,
    `${artifacts.bucketName}.s3.${REGION}.${URL_SUFFIX}`,
  ];
}

/** Logs the traffic of the VPC: a few lines per build, and none while idle. */
function logTraffic(scope: Construct, vpc: ec2.Vpc, config: GantryConfig): void {
  const logGroup = createLogGroup(scope, "Flows", config, `/gantry/${config.stage}/flows`);
  vpc.addFlowLog("Flows", {
    destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup),
    trafficType: ec2.FlowLogTrafficType.ALL,
    maxAggregationInterval: ec2.FlowLogMaxAggregationInterval.TEN_MINUTES,
  });
}

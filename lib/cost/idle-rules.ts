import { IDLE_INVOCATION, QUEUE_POLLS_PER_HOUR, STORED_GB } from "./assumptions.ts";
import { dashboardMetrics } from "./dashboard-metrics.ts";
import { type Line, line } from "./line.ts";
import { FREE_DASHBOARD_METRICS, HOURS_PER_MONTH } from "./prices.ts";
import { runsPerMonth } from "./schedule.ts";
import { type Resource, type Template, target } from "./template.ts";

/** Returns the cost of one idle resource in a month; without lines it is free. */
type Rule = (
  id: string,
  properties: NonNullable<Resource["Properties"]>,
  template: Template,
) => readonly Line[];

/** Resource types whose idle price depends on their properties; all others are in free-at-idle.ts. */
export const IDLE_RULES: Readonly<Record<string, Rule>> = {
  "AWS::KMS::Key": (id) => [line(`key ${id}`, "kms.key", 1)],
  "AWS::DynamoDB::Table": table,
  "AWS::DynamoDB::GlobalTable": table,
  "AWS::S3::Bucket": (id) => [line(`stored in ${id}`, "s3.stored", STORED_GB.bucket)],
  "AWS::Logs::LogGroup": () => [],
  "AWS::CloudWatch::Alarm": (id, { Metrics }) => [line(`alarm ${id}`, "alarm.metric", alarmMetrics(Metrics))],
  "AWS::CloudWatch::Dashboard": dashboard,
  "AWS::Route53Resolver::FirewallDomainList": (id, { Domains }) => [
    line(`domain names of ${id}`, "dns.domain", Domains?.length ?? 0),
  ],
  "AWS::Events::Rule": scheduled,
  "AWS::Lambda::EventSourceMapping": (id, { StartingPosition }) =>
    // Only streams have a starting position. Reading a table's stream is free; polling a queue is not.
    StartingPosition === undefined
      ? [line(`polling by ${id}`, "queue.request", QUEUE_POLLS_PER_HOUR * HOURS_PER_MONTH)]
      : [],
  "AWS::EC2::NatGateway": (id) => [line(`NAT gateway ${id}`, "nat.hour", HOURS_PER_MONTH)],
  "AWS::EC2::EIP": (id) => [line(`address ${id}`, "ipv4.second", HOURS_PER_MONTH * 3600)],
  "AWS::EC2::VPCEndpoint": (id, { VpcEndpointType, SubnetIds }) =>
    VpcEndpointType === "Interface"
      ? [
          line(
            `interface endpoint ${id}`,
            "endpoint.hour",
            HOURS_PER_MONTH * Math.max(1, SubnetIds?.length ?? 1),
          ),
        ]
      : [],
  "AWS::ApiGateway::Stage": (id, { CacheClusterEnabled }) =>
    CacheClusterEnabled ? [line(`cache of ${id}`, "rest.cache", HOURS_PER_MONTH)] : [],
  "AWS::ECS::Cluster": (id, { ClusterSettings }) => {
    const insights = JSON.stringify(ClusterSettings ?? []).includes('"enabled"');
    // Container Insights records about eight metrics of an idle cluster.
    return insights ? [line(`Container Insights of ${id}`, "metric.month", 8)] : [];
  },
  "AWS::Lambda::Alias": provisioned,
  "AWS::Lambda::Version": provisioned,
  "AWS::WAFv2::WebACL": (id, { Rules }) => [
    line(`web ACL ${id}`, "waf.acl", 1),
    line(`rules of ${id}`, "waf.rule", Rules?.length ?? 0),
  ],
  "AWS::SecretsManager::Secret": (id) => [line(`secret ${id}`, "secret.month", 1)],
  "AWS::SSM::Parameter": (id, { Tier }) =>
    Tier === "Advanced" ? [line(`parameter ${id}`, "parameter.advanced", 1)] : [],
};

function table(...[id, { BillingMode, PointInTimeRecoverySpecification }]: Parameters<Rule>): Line[] {
  if (BillingMode !== "PAY_PER_REQUEST")
    throw new Error(`${id}: a table with provisioned capacity is paid while idle; use PAY_PER_REQUEST.`);
  const recovery = PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled === true;
  return [
    line(`stored in ${id}`, "table.stored", STORED_GB.table),
    ...(recovery ? [line(`recovery of ${id}`, "table.recovery", STORED_GB.table)] : []),
  ];
}

/** An alarm is billed for each metric that it reads; expressions do not count. */
function alarmMetrics(queries: readonly { MetricStat?: unknown }[] | undefined): number {
  return queries ? queries.filter(({ MetricStat }) => MetricStat !== undefined).length : 1;
}

function dashboard(...[id, { DashboardBody }]: Parameters<Rule>): Line[] {
  const metrics = dashboardMetrics(DashboardBody).length;
  if (metrics > FREE_DASHBOARD_METRICS)
    throw new Error(
      `${id}: shows ${metrics} metrics; above ${FREE_DASHBOARD_METRICS} a dashboard is not free.`,
    );
  return [line(`dashboard ${id}`, "dashboard", 1)];
}

/** A rule with a schedule calls its functions even while idle; a rule for events does not. */
function scheduled(...[id, { ScheduleExpression, Targets }, template]: Parameters<Rule>): Line[] {
  if (ScheduleExpression === undefined) return [];
  const runs = runsPerMonth(String(ScheduleExpression));
  return (Targets ?? []).flatMap(({ Arn }: { Arn: unknown }) => {
    const found = template.Resources[target(Arn) ?? ""];
    if (found?.Type !== "AWS::Lambda::Function")
      throw new Error(`${id}: only functions of the same stack can be priced as targets of a schedule.`);
    const { MemorySize = 128, Architectures, TracingConfig } = found.Properties ?? {};
    const arm = Architectures?.[0] === "arm64";
    const seconds = (runs * IDLE_INVOCATION.milliseconds) / 1000;
    return [
      line(`runs of ${id}`, "lambda.request", runs),
      line(`compute of ${id}`, arm ? "lambda.arm64" : "lambda.x86_64", (seconds * MemorySize) / 1024),
      line(`logs of ${id}`, "logs.in", (runs * IDLE_INVOCATION.logBytes) / 1e9),
      ...(TracingConfig?.Mode === "Active" ? [line(`traces of ${id}`, "xray.trace", runs)] : []),
    ];
  });
}

function provisioned(
  ...[id, { ProvisionedConcurrencyConfig, FunctionName }, template]: Parameters<Rule>
): Line[] {
  const warm = ProvisionedConcurrencyConfig?.ProvisionedConcurrentExecutions ?? 0;
  if (warm === 0) return [];
  const memory = template.Resources[target(FunctionName) ?? ""]?.Properties?.MemorySize ?? 128;
  const seconds = HOURS_PER_MONTH * 3600 * warm;
  return [line(`provisioned concurrency of ${id}`, "lambda.provisioned", (seconds * memory) / 1024)];
}

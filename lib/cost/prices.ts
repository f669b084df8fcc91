/**
 * Date of the last review of the table below. List prices of us-east-1 in USD, from stored copies of the
 * pages that it names, from dated notes about them, and partly from memory: none was read on a live page.
 */
export const PRICES_OF = "2026-11-21";
export const PRICE_REGION = "us-east-1";

/** Hours of an average month, as AWS uses for monthly prices. */
export const HOURS_PER_MONTH = 730;

export interface Price {
  readonly usd: number;
  /** The unit that costs `usd`. */
  readonly unit: string;
  /** The address of the price page, and the month to which the price probably applies. */
  readonly from: string;
}

/** Prices for one unit, so that a cost is always amount times price. */
export const PRICES = {
  "kms.key": price(1, "key and month", "aws.amazon.com/kms/pricing", "2026-11"),
  "kms.asymmetric": price(
    0.15 / 10_000,
    "request with an elliptic-curve key",
    "aws.amazon.com/kms/pricing",
    "2026-06",
  ),

  "lambda.request": price(0.2e-6, "invocation", "aws.amazon.com/lambda/pricing", "2026-09"),
  "lambda.arm64": price(0.0000133334, "GB-second, arm64", "aws.amazon.com/lambda/pricing", "2026-09"),
  "lambda.x86_64": price(0.0000166667, "GB-second, x86_64", "aws.amazon.com/lambda/pricing", "2026-09"),
  "lambda.storage": price(
    0.0000000309,
    "GB-second of disk above 512 MB",
    "aws.amazon.com/lambda/pricing",
    "2026-09, from memory",
  ),
  "lambda.provisioned": price(
    0.0000033334,
    "GB-second kept warm",
    "aws.amazon.com/lambda/pricing",
    "2026-09",
  ),

  "states.transition": price(
    0.025 / 1000,
    "state transition",
    "aws.amazon.com/step-functions/pricing",
    "2026-10",
  ),

  "table.write": price(0.625e-6, "write request unit", "aws.amazon.com/dynamodb/pricing", "2026-11"),
  "table.read": price(0.125e-6, "read request unit", "aws.amazon.com/dynamodb/pricing", "2026-11"),
  "table.stored": price(0.25, "GB and month", "aws.amazon.com/dynamodb/pricing", "2026-11"),
  "table.recovery": price(
    0.2,
    "GB and month with point-in-time recovery",
    "aws.amazon.com/dynamodb/pricing",
    "2026-11",
  ),

  "s3.write": price(0.005 / 1000, "PUT, COPY, POST or LIST", "aws.amazon.com/s3/pricing", "2026-11"),
  "s3.read": price(0.0004 / 1000, "GET or HEAD", "aws.amazon.com/s3/pricing", "2026-11"),
  "s3.stored": price(0.023, "GB and month", "aws.amazon.com/s3/pricing", "2026-11"),
  "transfer.out": price(0.09, "GB to the internet", "aws.amazon.com/ec2/pricing/on-demand", "2026-11"),

  "fargate.vcpu": price(0.03238 / 3600, "vCPU-second, arm64", "aws.amazon.com/fargate/pricing", "2026-09"),
  "fargate.memory": price(0.00356 / 3600, "GB-second, arm64", "aws.amazon.com/fargate/pricing", "2026-09"),
  "fargate.storage": price(
    0.000111 / 3600,
    "GB-second above 20 GB",
    "aws.amazon.com/fargate/pricing",
    "2026-09",
  ),
  "ecr.stored": price(0.1, "GB and month", "aws.amazon.com/ecr/pricing", "2026-11"),
  "ipv4.second": price(
    0.005 / 3600,
    "second of a public IPv4 address",
    "aws.amazon.com/vpc/pricing",
    "2026-11",
  ),

  "nat.hour": price(0.045, "hour of a NAT gateway", "aws.amazon.com/vpc/pricing", "2026-11"),
  "endpoint.hour": price(
    0.01,
    "hour of an interface endpoint in one zone",
    "aws.amazon.com/privatelink/pricing",
    "2026-11",
  ),
  "endpoint.data": price(
    0.01,
    "GB through an interface endpoint",
    "aws.amazon.com/privatelink/pricing",
    "2026-11",
  ),
  "dns.domain": price(
    0.0005,
    "domain name in a DNS Firewall list and month",
    "aws.amazon.com/route53/pricing",
    "2026-09",
  ),
  "dns.query": price(0.6e-6, "query through DNS Firewall", "aws.amazon.com/route53/pricing", "2026-09"),

  "rest.request": price(3.5e-6, "REST API request", "aws.amazon.com/api-gateway/pricing", "2026-11"),
  "socket.message": price(
    1e-6,
    "WebSocket message of up to 32 KB",
    "aws.amazon.com/api-gateway/pricing",
    "2026-11",
  ),
  "socket.minute": price(
    0.25e-6,
    "minute of an open socket",
    "aws.amazon.com/api-gateway/pricing",
    "2026-11",
  ),
  "rest.cache": price(
    0.02,
    "hour of the smallest response cache",
    "aws.amazon.com/api-gateway/pricing",
    "2026-11",
  ),

  "edge.request": price(0.01 / 10_000, "HTTPS request", "aws.amazon.com/cloudfront/pricing", "2026-11"),
  "edge.function": price(
    0.1e-6,
    "invocation of an edge function",
    "aws.amazon.com/cloudfront/pricing",
    "2026-11",
  ),
  "edge.out": price(0.085, "GB to viewers", "aws.amazon.com/cloudfront/pricing", "2026-11"),

  "events.opt-in": price(1e-6, "S3 event on the bus", "aws.amazon.com/eventbridge/pricing", "2026-03"),
  "queue.request": price(0.4e-6, "SQS request", "aws.amazon.com/sqs/pricing", "2026-11"),

  "logs.in": price(0.5, "GB of logs taken in", "aws.amazon.com/cloudwatch/pricing", "2026-11"),
  "logs.stored": price(0.03, "GB of logs and month", "aws.amazon.com/cloudwatch/pricing", "2026-11"),
  "metric.month": price(
    0.3,
    "custom metric and month, by the hour",
    "aws.amazon.com/cloudwatch/pricing",
    "2026-11",
  ),
  "alarm.metric": price(0.1, "metric of an alarm and month", "aws.amazon.com/cloudwatch/pricing", "2026-11"),
  dashboard: price(3, "dashboard and month", "aws.amazon.com/cloudwatch/pricing", "2026-11"),
  "xray.trace": price(5e-6, "trace recorded", "aws.amazon.com/xray/pricing", "2026-11"),

  "waf.acl": price(5, "web ACL and month", "aws.amazon.com/waf/pricing", "2026-11"),
  "waf.rule": price(1, "rule of a web ACL and month", "aws.amazon.com/waf/pricing", "2026-11"),
  "waf.request": price(0.6e-6, "request a web ACL looks at", "aws.amazon.com/waf/pricing", "2026-11"),

  "secret.month": price(0.4, "secret and month", "aws.amazon.com/secrets-manager/pricing", "2026-11"),
  "parameter.advanced": price(
    0.05,
    "advanced parameter and month",
    "aws.amazon.com/systems-manager/pricing",
    "2026-11",
  ),
} as const;

export type PriceName = keyof typeof PRICES;

/** Permanent monthly allowances of an account. Allowances of other services are not counted. */
export const ALWAYS_FREE = {
  "alarm.metric": 10,
  dashboard: 3,
  "metric.month": 10,
  /** GB, ingestion only. */
  "logs.in": 5,
  "xray.trace": 100_000,
} as const satisfies Partial<Record<PriceName, number>>;

/** A dashboard with more metrics is not free. */
export const FREE_DASHBOARD_METRICS = 50;

function price(usd: number, unit: string, page: string, read: string): Price {
  return { usd, unit, from: `${page}, ${read}` };
}

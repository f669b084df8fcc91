import { describe, expect, it } from "@jest/globals";
import { freeTypes, idleLines } from "#lib/cost/idle.ts";
import { priced, total } from "#lib/cost/line.ts";
import type { Resource } from "#lib/cost/template.ts";
import { templates } from "./templates.ts";

const linesOf = (resource: Resource) =>
  idleLines({ Stack: { Resources: { It: resource } } }).filter(({ what }) => what.includes("It"));
const monthOf = (resource: Resource) => total(priced(linesOf(resource), false));

describe("the idle cost of a template", () => {
  it("names a resource type without a price, and where to add one", () => {
    expect(() => idleLines(templates({ Cache: { Type: "AWS::ElastiCache::ReplicationGroup" } }))).toThrow(
      /Gantry-dev-Data: Cache is a AWS::ElastiCache::ReplicationGroup, which has no price.*idle-rules\.ts/,
    );
  });

  it.each([
    ["AWS::EC2::Instance"],
    ["AWS::ECS::Service"],
    ["AWS::RDS::DBInstance"],
    ["AWS::ElasticLoadBalancingV2::LoadBalancer"],
  ])("requires a price for %s", (Type) => {
    expect(() => linesOf({ Type })).toThrow(Type);
  });

  it.each<[string, number, Resource]>([
    ["a key", 1, { Type: "AWS::KMS::Key" }],
    ["a NAT gateway", 32.85, { Type: "AWS::EC2::NatGateway" }],
    ["an address", 3.65, { Type: "AWS::EC2::EIP" }],
    ["a gateway endpoint", 0, { Type: "AWS::EC2::VPCEndpoint", Properties: { VpcEndpointType: "Gateway" } }],
    [
      "an interface endpoint in two zones",
      14.6,
      { Type: "AWS::EC2::VPCEndpoint", Properties: { VpcEndpointType: "Interface", SubnetIds: ["a", "b"] } },
    ],
    [
      "an alarm over a sum of two metrics",
      0.2,
      {
        Type: "AWS::CloudWatch::Alarm",
        Properties: { Metrics: [{ Expression: "a+b" }, { MetricStat: {} }, { MetricStat: {} }] },
      },
    ],
    [
      "two domain names",
      0.001,
      { Type: "AWS::Route53Resolver::FirewallDomainList", Properties: { Domains: ["a.com", "b.com"] } },
    ],
    ["an advanced parameter", 0.05, { Type: "AWS::SSM::Parameter", Properties: { Tier: "Advanced" } }],
    ["a rule for events", 0, { Type: "AWS::Events::Rule", Properties: { EventPattern: {} } }],
    [
      "one function kept warm",
      8.76,
      {
        Type: "AWS::Lambda::Alias",
        Properties: { ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 8 } },
      },
    ],
  ])("is, for %s, $%d a month", (_what, usd, resource) => {
    expect(monthOf(resource)).toBeCloseTo(usd, 2);
  });

  it("includes the runs of a schedule by the memory, the traces and the logs of its function", () => {
    const lines = Object.fromEntries(idleLines(templates()).map(({ price, amount }) => [price, amount]));
    expect(lines["lambda.request"]).toBe(4380);
    expect(lines["lambda.arm64"]).toBeCloseTo(4380 * 0.4 * 0.25);
    expect(lines["xray.trace"]).toBe(4380);
    expect(lines["logs.in"]).toBeGreaterThan(0);
  });

  it("includes the polling of a queue but not of a stream", () => {
    const mapping = (Properties: Record<string, unknown>) =>
      linesOf({ Type: "AWS::Lambda::EventSourceMapping", Properties });
    expect(mapping({ BatchSize: 10 })).toMatchObject([{ price: "queue.request", amount: 657_000 }]);
    expect(mapping({ StartingPosition: "TRIM_HORIZON" })).toEqual([]);
  });

  it("refuses a table with provisioned capacity", () => {
    expect(() => linesOf({ Type: "AWS::DynamoDB::Table", Properties: {} })).toThrow("PAY_PER_REQUEST");
  });

  it("refuses a dashboard too large to be free", () => {
    const metrics = (count: number) => Array.from({ length: count }, (_, n) => ["AWS/Lambda", `m${n}`]);
    const body = (count: number) => ({
      Type: "AWS::CloudWatch::Dashboard",
      Properties: {
        DashboardBody: JSON.stringify({ widgets: [{ properties: { metrics: metrics(count) } }] }),
      },
    });
    expect(linesOf(body(50))).toMatchObject([{ price: "dashboard", amount: 1 }]);
    expect(() => linesOf(body(51))).toThrow("51 metrics");
  });

  it("states the reason for each free type", () => {
    expect(freeTypes(templates())).toMatchObject({
      "AWS::SNS::Topic": expect.any(String),
      "AWS::Lambda::Function": expect.stringMatching(/schedule/),
    });
  });
});

describe("the free allowance of an account", () => {
  it("covers ten alarm metrics once, over all resources", () => {
    const lines = Array.from({ length: 12 }, (_, n) => ({
      what: `alarm ${n}`,
      price: "alarm.metric" as const,
      amount: 1,
    }));
    expect(total(priced(lines, true))).toBeCloseTo(0.2);
    expect(total(priced(lines, false))).toBeCloseTo(1.2);
  });
});

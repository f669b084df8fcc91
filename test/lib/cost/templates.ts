import type { Resource, Template, Templates } from "#lib/cost/template.ts";

/** A small deployment in the economy network; resources of the same name replace its own. */
export function templates(more: Readonly<Record<string, Resource>> = {}): Templates {
  return { "Gantry-dev-Data": { Resources: { ...RESOURCES, ...more } } };
}

const variables = {
  BUILDER_PUBLIC_IP: "ENABLED",
  MODEL_ARCHITECT: "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
  MODEL_HEALER_SMALL: "us.anthropic.claude-haiku-4-5-20251001-v1:0",
};

const RESOURCES: Template["Resources"] = {
  Key: { Type: "AWS::KMS::Key" },
  Table: {
    Type: "AWS::DynamoDB::Table",
    Properties: {
      BillingMode: "PAY_PER_REQUEST",
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  },
  Artifacts: { Type: "AWS::S3::Bucket" },
  Topic: { Type: "AWS::SNS::Topic" },
  Sweep: {
    Type: "AWS::Lambda::Function",
    Properties: {
      MemorySize: 256,
      Architectures: ["arm64"],
      TracingConfig: { Mode: "Active" },
      Environment: { Variables: variables },
    },
  },
  Schedule: {
    Type: "AWS::Events::Rule",
    Properties: {
      ScheduleExpression: "rate(10 minutes)",
      Targets: [{ Arn: { "Fn::GetAtt": ["Sweep", "Arn"] } }],
    },
  },
  Domains: {
    Type: "AWS::Route53Resolver::FirewallDomainList",
    Properties: { Domains: ["s3.us-east-1.amazonaws.com", "*.ecr.aws"] },
  },
  Alarm: { Type: "AWS::CloudWatch::Alarm", Properties: { MetricName: "Errors" } },
};

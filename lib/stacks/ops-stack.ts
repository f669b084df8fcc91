import { ArnFormat, Stack } from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { EventField, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import * as iam from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import type { GantryConfig } from "#lib/config.ts";
import { createAlarms } from "#lib/constructs/alarms.ts";
import { createDashboard } from "#lib/constructs/dashboard.ts";
import type { WatchedResources } from "#lib/constructs/watched-resources.ts";
import { accept } from "#lib/nag/nag.ts";
import { BROKEN_EXECUTIONS, TOPIC } from "#lib/nag/nag-ops.ts";
import { nameOf } from "#lib/names.ts";
import type { Resources } from "#lib/resources.ts";

export interface OpsStackProps {
  readonly config: GantryConfig;
  readonly data: Pick<WatchedResources, "table">;
  readonly factory: Pick<WatchedResources, "deadLetters"> & {
    readonly resources: Pick<Resources, "machines">;
  };
  readonly api: Pick<WatchedResources, "restApiName" | "socketApiId">;
}

/** One dashboard, ten alarms with a section of the runbook each, a topic for notifications, and a budget. */
export class OpsStack extends Stack {
  constructor(scope: Construct, id: string, { config, data, factory, api }: OpsStackProps) {
    super(scope, id, { description: `Gantry ${config.stage}: operations.` });
    const topic = createTopic(this, config);
    const brokenExecutions = createBrokenExecutionsRule(
      this,
      config,
      Object.values(factory.resources.machines),
      topic,
    );
    const operated: WatchedResources = {
      config,
      table: data.table,
      deadLetters: factory.deadLetters,
      restApiName: api.restApiName,
      socketApiId: api.socketApiId,
      brokenExecutions,
    };
    createAlarms(this, operated, topic);
    createDashboard(this, operated);
    createBudget(this, config);
  }
}

/**
 * Creates the topic, which accepts messages over TLS only. It is not encrypted at rest: CloudWatch may not
 * use the AWS managed key for topics, a customer managed key costs $1 a month, and messages contain names,
 * numbers and times, never a mission's content.
 */
function createTopic(scope: Construct, config: GantryConfig): Topic {
  const topic = new Topic(scope, "Alarms", { topicName: nameOf(config, "alarms"), enforceSSL: true });
  const alarms = Stack.of(scope).formatArn({
    service: "cloudwatch",
    resource: "alarm",
    resourceName: `${nameOf(config)}-*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  letPublish(topic, "cloudwatch.amazonaws.com", { ArnLike: { "aws:SourceArn": alarms } });
  if (config.alarmEmail !== undefined) {
    topic.addSubscription(new EmailSubscription(config.alarmEmail));
    accept(topic, TOPIC);
  }
  return topic;
}

/**
 * A topic with its own policy accepts messages only from the principals that it names, so CloudWatch must be
 * named as well.
 */
function letPublish(topic: Topic, service: string, conditions: Record<string, Record<string, string>>): void {
  topic.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal(service)],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions,
    }),
  );
}

/**
 * Matches executions that end in a way that their definition does not handle. A mission that fails ends in
 * the machine's own Fail state, with an error code of Gantry; any other ending is a fault of the factory. The
 * rule provides a metric and reports the execution immediately.
 */
function createBrokenExecutionsRule(
  scope: Construct,
  config: GantryConfig,
  machineArns: readonly string[],
  topic: Topic,
): Rule {
  const failed = [{ prefix: "States." }, { prefix: "Lambda." }, "Internal", "EvidenceConflict"];
  const rule = new Rule(scope, "BrokenExecutions", {
    ruleName: nameOf(config, "broken-executions"),
    description: "Executions that did not end by their own last step.",
    eventPattern: {
      source: ["aws.states"],
      detailType: ["Step Functions Execution Status Change"],
      detail: {
        stateMachineArn: machineArns,
        $or: [{ status: ["TIMED_OUT", "ABORTED"] }, { status: ["FAILED"], error: failed }],
      },
    },
  });
  const said = `The execution ${EventField.fromPath("$.detail.name")} ended as ${EventField.fromPath("$.detail.status")}. What to do: docs/runbook.md#executions-broken`;
  // The library's own target would allow rules of every account to publish.
  rule.addTarget({ bind: () => ({ arn: topic.topicArn, input: RuleTargetInput.fromText(said) }) });
  letPublish(topic, "events.amazonaws.com", { ArnEquals: { "aws:SourceArn": rule.ruleArn } });
  accept(rule, BROKEN_EXECUTIONS);
  return rule;
}

/**
 * Creates a budget for the whole account: a filter by tag would match nothing until that tag is activated for
 * billing.
 */
function createBudget(scope: Construct, { alarmEmail, budget, stage }: GantryConfig): void {
  const subscribers = alarmEmail === undefined ? [] : [{ subscriptionType: "EMAIL", address: alarmEmail }];
  const notice = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
    notification: {
      notificationType,
      threshold,
      thresholdType: "PERCENTAGE",
      comparisonOperator: "GREATER_THAN",
    },
    subscribers,
  });
  new CfnBudget(scope, "Budget", {
    budget: {
      budgetName: nameOf({ stage }),
      budgetType: "COST",
      timeUnit: "MONTHLY",
      budgetLimit: { amount: budget, unit: "USD" },
    },
    ...(subscribers.length > 0
      ? { notificationsWithSubscribers: [notice("ACTUAL", 80), notice("FORECASTED", 100)] }
      : {}),
  });
}

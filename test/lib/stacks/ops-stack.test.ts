import { beforeAll, describe, expect, it } from "@jest/globals";
import { App, Validations } from "aws-cdk-lib";
import { Match, Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { readConfig } from "#lib/config.ts";
import { dashboardMetrics } from "#lib/cost/dashboard-metrics.ts";
import { idleLines } from "#lib/cost/idle.ts";
import { priced, total } from "#lib/cost/line.ts";
import { OpsStack } from "#lib/stacks/ops-stack.ts";

const CONTEXT = { stage: "dev", githubOwner: "octo", alarmEmail: "ops@example.com" };

function synthesise(context: Record<string, unknown> = CONTEXT) {
  const app = new App({ analyticsReporting: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  const ops = new OpsStack(app, "Gantry-dev-Ops", {
    config: readConfig(context),
    data: { table: { tableName: "gantry-table" } },
    factory: {
      deadLetters: { queueName: "gantry-dev-dead-letters" },
      resources: {
        machines: {
          mission: "arn:aws:states:us-east-1:111111111111:stateMachine:gantry-dev-mission",
          workflow: "arn:aws:states:us-east-1:111111111111:stateMachine:gantry-dev-workflow",
        },
      },
    },
    api: { restApiName: "gantry-dev", socketApiId: "abc" },
  });
  return { app, ops };
}

let template: Template;
let alarms: Record<string, any>[];

beforeAll(() => {
  const { ops } = synthesise();
  template = Template.fromStack(ops);
  alarms = Object.values(template.findResources("AWS::CloudWatch::Alarm")).map(
    ({ Properties }) => Properties,
  );
});

describe("alarms", () => {
  it("read one metric each, and ten in all: as many as an account has for nothing", () => {
    expect(alarms).toHaveLength(10);
    for (const { MetricName, Metrics } of alarms)
      expect([MetricName, Metrics]).toEqual([expect.any(String), undefined]);
    const idle = idleLines({ Ops: { Resources: template.toJSON().Resources } }).filter(({ price }) =>
      ["alarm.metric", "dashboard"].includes(price),
    );
    expect(total(priced(idle, true))).toBe(0);
    expect(total(priced(idle, false))).toBeCloseTo(4);
  });

  it("tell the topic when they go off and when they are over", () => {
    const topic = [{ Ref: Object.keys(template.findResources("AWS::SNS::Topic"))[0] }];
    for (const { AlarmActions, OKActions } of alarms)
      expect([AlarmActions, OKActions]).toEqual([topic, topic]);
  });

  it("take silence for peace, but for a queue that falls silent with letters in it", () => {
    const silence = Object.fromEntries(
      alarms.map(({ AlarmName, TreatMissingData }) => [AlarmName, TreatMissingData]),
    );
    const { "gantry-dev-dead-letters": letters, ...others } = silence;
    expect(letters).toBe("ignore");
    expect(new Set(Object.values(others))).toEqual(new Set(["notBreaching"]));
  });

  it.each([
    ["missions-failing", { MetricName: "MissionEnded", Namespace: "Gantry/dev", Threshold: 3, Period: 3600 }],
    ["executions-broken", { MetricName: "TriggeredRules", Namespace: "AWS/Events", Threshold: 1 }],
    ["function-errors", { MetricName: "Errors", Namespace: "AWS/Lambda", DatapointsToAlarm: 2 }],
    ["function-throttles", { MetricName: "Throttles", Namespace: "AWS/Lambda" }],
    ["table-throttles", { MetricName: "WriteThrottleEvents", Namespace: "AWS/DynamoDB" }],
    ["relay-behind", { MetricName: "IteratorAge", Statistic: "Maximum", Threshold: 60_000 }],
    ["dead-letters", { MetricName: "ApproximateNumberOfMessagesVisible", Statistic: "Maximum" }],
    ["api-errors", { MetricName: "5XXError", Namespace: "AWS/ApiGateway" }],
    ["builders-left", { MetricName: "BuildersLeft", Namespace: "Gantry/dev", Threshold: 1 }],
    ["model-unavailable", { MetricName: "Errors", Period: 900, Threshold: 3 }],
  ])("%s watches what it is named after", (id, properties) => {
    expect(alarms.find(({ AlarmName }) => AlarmName === `gantry-dev-${id}`)).toMatchObject({
      ...properties,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
    });
  });
});

describe("broken executions", () => {
  it("are told from missions that failed in the machine's own last step", () => {
    template.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: {
        detail: {
          stateMachineArn: [
            Match.stringLikeRegexp("gantry-dev-mission$"),
            Match.stringLikeRegexp("gantry-dev-workflow$"),
          ],
          $or: [
            { status: ["TIMED_OUT", "ABORTED"] },
            { status: ["FAILED"], error: Match.arrayWith([{ prefix: "States." }, "Internal"]) },
          ],
        },
      },
    });
  });

  it("are reported by name and status, without what was asked for", () => {
    const [rule] = Object.values(template.findResources("AWS::Events::Rule"));
    const { InputPathsMap } = (rule as { Properties: any }).Properties.Targets[0].InputTransformer;
    expect(Object.values(InputPathsMap).sort()).toEqual(["$.detail.name", "$.detail.status"]);
  });
});

describe("the dashboard", () => {
  it("is one of the free ones: a single one, of at most fifty metrics", () => {
    const [dashboard, ...more] = Object.values(template.findResources("AWS::CloudWatch::Dashboard"));
    expect(more).toEqual([]);
    const metrics = dashboardMetrics(dashboard?.Properties.DashboardBody);
    expect(metrics.length).toBeLessThanOrEqual(50);
    const own = metrics.filter((name) => name.startsWith("Gantry"));
    for (const name of own) expect(name).toMatch(/^Gantry\/dev /);
    expect(own.length).toBeGreaterThan(10);
    for (const part of [
      "MissionEnded",
      "PhaseSeconds",
      "HealAttempts",
      "MissionsQueued",
      "ModelCostMicroUsd",
      "SocketHintsLost",
      "BuildersLeft",
      "Throttles",
      "5XXError",
      "ApproximateNumberOfMessagesVisible",
    ])
      expect(metrics.some((name) => name.includes(part))).toBe(true);
  });
});

describe("who is told", () => {
  it("is whom the configuration names, over TLS only", () => {
    template.hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "email",
      Endpoint: "ops@example.com",
    });
    template.hasResourceProperties("AWS::SNS::TopicPolicy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        ]),
      },
    });
  });

  it("is told by this installation's alarms and its rule, and by nobody else", () => {
    const [policy] = Object.values(template.findResources("AWS::SNS::TopicPolicy"));
    const allowed = policy?.Properties.PolicyDocument.Statement.filter((s: any) => s.Effect === "Allow");
    expect(
      allowed.map(({ Principal, Action, Condition }: any) => [
        Principal.Service,
        Action,
        Object.keys(Condition),
      ]),
    ).toEqual([
      ["cloudwatch.amazonaws.com", "sns:Publish", ["ArnLike"]],
      ["events.amazonaws.com", "sns:Publish", ["ArnEquals"]],
    ]);
    expect(JSON.stringify(allowed[0].Condition)).toContain(":alarm:gantry-dev-*");
  });

  it("hears of the budget at 80 % spent and at 100 % forecast", () => {
    template.hasResourceProperties("AWS::Budgets::Budget", {
      Budget: { BudgetLimit: { Amount: 50, Unit: "USD" }, TimeUnit: "MONTHLY" },
      NotificationsWithSubscribers: [
        {
          Notification: { NotificationType: "ACTUAL", Threshold: 80 },
          Subscribers: [{ Address: "ops@example.com" }],
        },
        { Notification: { NotificationType: "FORECASTED", Threshold: 100 } },
      ],
    });
  });

  it("is nobody without an address; alarms and budget are there all the same", () => {
    const silent = Template.fromStack(synthesise({ stage: "dev", githubOwner: "octo" }).ops);
    silent.resourceCountIs("AWS::SNS::Subscription", 0);
    silent.resourceCountIs("AWS::CloudWatch::Alarm", 10);
    silent.hasResourceProperties("AWS::Budgets::Budget", { NotificationsWithSubscribers: Match.absent() });
  });
});

describe("cdk-nag", () => {
  it("finds nothing that is not explained", () => {
    const { stacks } = synthesise().app.synth();
    expect(stacks.map(({ stackName }) => stackName)).toEqual(["Gantry-dev-Ops"]);
  });
});

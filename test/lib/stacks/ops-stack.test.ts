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

describe("the alarms of the operations stack", () => {
  it("read one metric each, and are ten: as many as are free in an account", () => {
    expect(alarms).toHaveLength(10);
    for (const { MetricName, Metrics } of alarms)
      expect([MetricName, Metrics]).toEqual([expect.any(String), undefined]);
    const idle = idleLines({ Ops: { Resources: template.toJSON().Resources } }).filter(({ price }) =>
      ["alarm.metric", "dashboard"].includes(price),
    );
    expect(total(priced(idle, true))).toBe(0);
    expect(total(priced(idle, false))).toBeCloseTo(4);
  });

  it("notify the topic when they start and when they end", () => {
    const topic = [{ Ref: Object.keys(template.findResources("AWS::SNS::Topic"))[0] }];
    for (const { AlarmActions, OKActions } of alarms)
      expect([AlarmActions, OKActions]).toEqual([topic, topic]);
  });

  it("treat missing data as good, except for the dead-letter queue", () => {
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
  ])("include %s, which watches what it is named after", (id, properties) => {
    expect(alarms.find(({ AlarmName }) => AlarmName === `gantry-dev-${id}`)).toMatchObject({
      ...properties,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
    });
  });
});

describe("failed executions of the state machine", () => {
  it("are distinguished from missions that failed in the machine's own last step", () => {
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

  it("are reported by name and status, without their input", () => {
    const [rule] = Object.values(template.findResources("AWS::Events::Rule"));
    const { InputPathsMap } = (rule as { Properties: any }).Properties.Targets[0].InputTransformer;
    expect(Object.values(InputPathsMap).sort()).toEqual(["$.detail.name", "$.detail.status"]);
  });
});

describe("the dashboard", () => {
  it("is within the free ones: a single one, with at most fifty metrics", () => {
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

describe("the alarm notifications", () => {
  it("are sent to the configured addresses, over TLS only", () => {
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

  it("are sent by this installation's alarms and rule, and by no one else", () => {
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

  it("include the budget at 80 % spent and at 100 % forecast", () => {
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

  it("have no subscriber without an address, while alarms and budget exist", () => {
    const silent = Template.fromStack(synthesise({ stage: "dev", githubOwner: "octo" }).ops);
    silent.resourceCountIs("AWS::SNS::Subscription", 0);
    silent.resourceCountIs("AWS::CloudWatch::Alarm", 10);
    silent.hasResourceProperties("AWS::Budgets::Budget", { NotificationsWithSubscribers: Match.absent() });
  });
});

describe("cdk-nag over the operations stack", () => {
  it("finds nothing unexplained", () => {
    const { stacks } = synthesise().app.synth();
    expect(stacks.map(({ stackName }) => stackName)).toEqual(["Gantry-dev-Ops"]);
  });
});

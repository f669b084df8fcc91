import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { FIVE_MINUTES, measured, ofFunction, ofService } from "#lib/constructs/operator-metrics.ts";
import type { WatchedResources } from "#lib/constructs/watched-resources.ts";
import { nameOf } from "#lib/names.ts";

interface AlarmRow {
  /** What is true when it goes off. The link to the runbook is added. */
  readonly says: string;
  readonly metric: IMetric;
  /** Goes off at this value. */
  readonly atLeast: number;
  /** In how many of the last periods, `[2, 3]` for two of three; one alone when left out. */
  readonly periods?: readonly [number, number];
  /** What silence means. Most metrics are silent when nothing happens. */
  readonly silence?: TreatMissingData;
}

/**
 * Ten metrics in ten alarms: that many an account has for nothing, so each alarm reads exactly one. The reasons for
 * the thresholds stand in docs/runbook.md beside what to do.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table with a row for each alarm.
function alarmRows({
  config,
  table,
  restApiName,
  deadLetters,
  brokenExecutions,
}: WatchedResources): Record<string, AlarmRow> {
  return {
    "missions-failing": {
      says: "Three missions or more failed within an hour.",
      metric: measured(config, "MissionEnded", {
        dimension: { outcome: "failed" },
        period: Duration.hours(1),
      }),
      atLeast: 3,
    },
    "executions-broken": {
      says: "A mission's state machine timed out, was aborted or broke, instead of ending by its own last step.",
      metric: ofService("AWS/Events", "TriggeredRules", { RuleName: brokenExecutions.ruleName }),
      atLeast: 1,
    },
    "function-errors": {
      says: "Functions of this account and region fail ten times or more in five minutes, again and again.",
      metric: LambdaFunction.metricAllErrors({ statistic: Stats.SUM, period: FIVE_MINUTES }),
      atLeast: 10,
      periods: [2, 3],
    },
    "function-throttles": {
      says: "The concurrency of this account and region is used up: calls of functions are turned away.",
      metric: LambdaFunction.metricAllThrottles({ statistic: Stats.SUM, period: FIVE_MINUTES }),
      atLeast: 1,
      periods: [2, 3],
    },
    "table-throttles": {
      says: "The table turns writes away.",
      metric: ofService("AWS/DynamoDB", "WriteThrottleEvents", { TableName: table.tableName }),
      atLeast: 1,
      periods: [2, 3],
    },
    "relay-behind": {
      says: "The relay has been more than a minute behind the table's stream: missions start late, people see nothing.",
      metric: ofFunction(config, "relay", "IteratorAge", {
        statistic: Stats.MAXIMUM,
        period: Duration.minutes(1),
      }),
      atLeast: 60_000,
      periods: [3, 3],
    },
    "dead-letters": {
      says: "An event was given up after all its retries and waits in the dead-letter queue.",
      metric: ofService(
        "AWS/SQS",
        "ApproximateNumberOfMessagesVisible",
        { QueueName: deadLetters.queueName },
        { statistic: Stats.MAXIMUM },
      ),
      atLeast: 1,
      // A queue that is not touched for six hours falls silent with its messages in it.
      silence: TreatMissingData.IGNORE,
    },
    "api-errors": {
      says: "The API keeps answering with errors of its own (5xx).",
      metric: ofService("AWS/ApiGateway", "5XXError", { ApiName: restApiName }),
      atLeast: 3,
      periods: [2, 3],
    },
    "builders-left": {
      says: "The sweeper found a builder that had not been stopped, and stopped it.",
      metric: measured(config, "BuildersLeft", { by: "sweep", period: Duration.minutes(10) }),
      atLeast: 1,
    },
    "model-unavailable": {
      says: "The architect failed three times or more within a quarter of an hour: its model is not reachable, not enabled or throttled.",
      metric: ofFunction(config, "architect", "Errors", { period: Duration.minutes(15) }),
      atLeast: 3,
    },
  };
}

/** The runbook's section on an alarm, from the repository's root. */
const runbookLink = (id: string): string => `docs/runbook.md#${id}`;

/** Makes the alarms; each tells the topic when it goes off and when it is over. */
export function createAlarms(scope: Construct, operated: WatchedResources, topic: ITopic): void {
  const action = new SnsAction(topic);
  for (const [id, { says, metric, atLeast, periods = [1, 1], silence }] of Object.entries(
    alarmRows(operated),
  )) {
    const alarm = new Alarm(scope, id, {
      alarmName: nameOf(operated.config, id),
      alarmDescription: `${says} What to do: ${runbookLink(id)}`,
      metric,
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      datapointsToAlarm: periods[0],
      evaluationPeriods: periods[1],
      treatMissingData: silence ?? TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}

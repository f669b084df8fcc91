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
  /** The condition under which it goes off, as a sentence. The link to the runbook is appended. */
  readonly says: string;
  readonly metric: IMetric;
  /** The lowest value at which it goes off. */
  readonly atLeast: number;
  /** In how many of the last periods, `[2, 3]` for two of three; by default one of one. */
  readonly periods?: readonly [number, number];
  /** How missing data is treated. Most metrics have no data when nothing happens. */
  readonly silence?: TreatMissingData;
}

/**
 * Ten alarms with one metric each, because ten alarm metrics are free in every account. docs/runbook.md
 * explains the thresholds and how to respond.
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
      says: "Three or more missions failed within an hour.",
      metric: measured(config, "MissionEnded", {
        dimension: { outcome: "failed" },
        period: Duration.hours(1),
      }),
      atLeast: 3,
    },
    "executions-broken": {
      says: "A mission's state machine timed out, was aborted or failed in a way that its definition does not handle.",
      metric: ofService("AWS/Events", "TriggeredRules", { RuleName: brokenExecutions.ruleName }),
      atLeast: 1,
    },
    "function-errors": {
      says: "Functions of this account and region failed ten times or more in two of three five-minute periods.",
      metric: LambdaFunction.metricAllErrors({ statistic: Stats.SUM, period: FIVE_MINUTES }),
      atLeast: 10,
      periods: [2, 3],
    },
    "function-throttles": {
      says: "The concurrency of this account and region is used up, and Lambda throttles calls of functions.",
      metric: LambdaFunction.metricAllThrottles({ statistic: Stats.SUM, period: FIVE_MINUTES }),
      atLeast: 1,
      periods: [2, 3],
    },
    "table-throttles": {
      says: "The table throttles writes.",
      metric: ofService("AWS/DynamoDB", "WriteThrottleEvents", { TableName: table.tableName }),
      atLeast: 1,
      periods: [2, 3],
    },
    "relay-behind": {
      says: "The relay is more than a minute behind the table's stream: missions start late and pages do not update.",
      metric: ofFunction(config, "relay", "IteratorAge", {
        statistic: Stats.MAXIMUM,
        period: Duration.minutes(1),
      }),
      atLeast: 60_000,
      periods: [3, 3],
    },
    "dead-letters": {
      says: "All retries of an event failed, and it is in the dead-letter queue.",
      metric: ofService(
        "AWS/SQS",
        "ApproximateNumberOfMessagesVisible",
        { QueueName: deadLetters.queueName },
        { statistic: Stats.MAXIMUM },
      ),
      atLeast: 1,
      // A queue without activity for six hours sends no metrics, even if it contains messages.
      silence: TreatMissingData.IGNORE,
    },
    "api-errors": {
      says: "The API keeps returning server errors (5xx).",
      metric: ofService("AWS/ApiGateway", "5XXError", { ApiName: restApiName }),
      atLeast: 3,
      periods: [2, 3],
    },
    "builders-left": {
      says: "The sweep found a builder that had not been stopped, and stopped it.",
      metric: measured(config, "BuildersLeft", { by: "sweep", period: Duration.minutes(10) }),
      atLeast: 1,
    },
    "model-unavailable": {
      says: "The architect failed three times or more within 15 minutes: its model is unreachable, not enabled or throttled.",
      metric: ofFunction(config, "architect", "Errors", { period: Duration.minutes(15) }),
      atLeast: 3,
    },
  };
}

/** Returns the runbook's section about an alarm, relative to the repository's root. */
const runbookLink = (id: string): string => `docs/runbook.md#${id}`;

/** Creates the alarms; each notifies the topic when it goes off and when it is over. */
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

import {
  Color,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Stats,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { WORKING_PHASES } from "#core/factory/mission/phase.ts";
import { OUTCOMES } from "#core/governance/execution/transition.ts";
import { FIVE_MINUTES, measured, ofFunction, ofService } from "#lib/constructs/operator-metrics.ts";
import type { WatchedResources } from "#lib/constructs/watched-resources.ts";
import { nameOf } from "#lib/names.ts";

/** Phases in which the factory works; in the others it waits for people. */
const TIMED = WORKING_PHASES.filter((phase) => phase !== "AWAITING_INPUT" && phase !== "AWAITING_APPROVAL");

/** Creates one dashboard. Three dashboards of at most fifty metrics each are free in every account. */
export function createDashboard(scope: Construct, operated: WatchedResources): Dashboard {
  return new Dashboard(scope, "Dashboard", {
    dashboardName: nameOf(operated.config),
    widgets: [
      [heading(operated)],
      [missions(operated), phases(operated, Stats.p(50)), phases(operated, Stats.p(95))],
      [queue(operated), repairs(operated), tokens(operated), cost(operated)],
      [functions(), table(operated), api(operated), latency(operated)],
      [sockets(operated), builders(operated), stream(operated), deadLetters(operated)],
    ],
  });
}

function heading({ config }: WatchedResources): IWidget {
  return new TextWidget({
    markdown: `**Gantry ${config.stage}** · what each number means and what to do about it: docs/runbook.md`,
    width: 24,
    height: 1,
  });
}

function missions({ config }: WatchedResources): IWidget {
  const by = (outcome: string) =>
    measured(config, "MissionEnded", { dimension: { outcome }, label: outcome });
  return graph("Missions by outcome", OUTCOMES.map(by), { stacked: true, width: 8 });
}

function phases({ config }: WatchedResources, statistic: string): IWidget {
  const of = (phase: string) =>
    measured(config, "PhaseSeconds", { dimension: { phase }, statistic, label: phase.toLowerCase() });
  return graph(`Seconds of a phase, ${statistic}`, TIMED.map(of), { width: 8 });
}

function queue({ config }: WatchedResources): IWidget {
  return graph("Missions waiting for a slot", [
    measured(config, "MissionsQueued", { by: "admit", statistic: Stats.MAXIMUM, label: "queued" }),
  ]);
}

function repairs({ config }: WatchedResources): IWidget {
  return graph("Repairs", [measured(config, "HealAttempts", { label: "attempts" })]);
}

function tokens({ config }: WatchedResources): IWidget {
  const of = (model: string) => [
    measured(config, "ModelInputTokens", { dimension: { model }, label: `${model} in` }),
    measured(config, "ModelOutputTokens", { dimension: { model }, label: `${model} out` }),
  ];
  return graph("Model tokens", modelsOf(config).flatMap(of));
}

function cost({ config }: WatchedResources): IWidget {
  const of = (model: string) => measured(config, "ModelCostMicroUsd", { dimension: { model }, label: model });
  return graph("Cost of models, millionths of USD", modelsOf(config).map(of), { stacked: true });
}

function functions(): IWidget {
  return graph("All functions of the account", [
    LambdaFunction.metricAllErrors({
      statistic: Stats.SUM,
      period: FIVE_MINUTES,
      label: "errors",
      color: Color.RED,
    }),
    LambdaFunction.metricAllThrottles({ statistic: Stats.SUM, period: FIVE_MINUTES, label: "throttles" }),
    LambdaFunction.metricAllConcurrentExecutions({ period: FIVE_MINUTES, label: "concurrent executions" }),
  ]);
}

function table({ table: { tableName: TableName } }: WatchedResources): IWidget {
  return graph("Throttled requests of the table", [
    ofService("AWS/DynamoDB", "WriteThrottleEvents", { TableName }, { label: "writes" }),
    ofService("AWS/DynamoDB", "ReadThrottleEvents", { TableName }, { label: "reads" }),
  ]);
}

function api({ restApiName: ApiName }: WatchedResources): IWidget {
  return graph("API", [
    ofService("AWS/ApiGateway", "Count", { ApiName }, { label: "requests" }),
    ofService("AWS/ApiGateway", "4XXError", { ApiName }, { label: "4xx" }),
    ofService("AWS/ApiGateway", "5XXError", { ApiName }, { label: "5xx", color: Color.RED }),
  ]);
}

function latency({ restApiName: ApiName }: WatchedResources): IWidget {
  return graph("API, milliseconds", [
    ofService("AWS/ApiGateway", "Latency", { ApiName }, { statistic: Stats.p(95), label: "p95" }),
  ]);
}

function sockets({ config, socketApiId: ApiId }: WatchedResources): IWidget {
  return graph("Sockets", [
    ofService("AWS/ApiGateway", "ConnectCount", { ApiId }, { label: "opened" }),
    measured(config, "SocketHintsLost", { label: "hints lost", color: Color.RED }),
  ]);
}

function builders({ config }: WatchedResources): IWidget {
  return graph("Builders", [
    ofFunction(config, "build", "Invocations", { label: "builds started" }),
    measured(config, "BuildersLeft", { by: "sweep", label: "builders left", color: Color.RED }),
  ]);
}

function stream({ config }: WatchedResources): IWidget {
  return graph("Relay, milliseconds behind the table", [
    ofFunction(config, "relay", "IteratorAge", { statistic: Stats.MAXIMUM, label: "behind" }),
  ]);
}

function deadLetters({ deadLetters: { queueName: QueueName } }: WatchedResources): IWidget {
  return graph("Dead letters", [
    ofService(
      "AWS/SQS",
      "ApproximateNumberOfMessagesVisible",
      { QueueName },
      { statistic: Stats.MAXIMUM, label: "waiting" },
    ),
  ]);
}

const modelsOf = ({ model, modelSmall }: WatchedResources["config"]) => [...new Set([model, modelSmall])];

function graph(
  title: string,
  left: readonly IMetric[],
  { stacked = false, width = 6 }: { readonly stacked?: boolean; readonly width?: number } = {},
): IWidget {
  return new GraphWidget({ title, left: [...left], stacked, width, height: 6, leftYAxis: { min: 0 } });
}

import { Duration } from "aws-cdk-lib";
import { Metric, type MetricOptions, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { FunctionName } from "#deployment/functions.ts";
import type { GantryConfig } from "#lib/config.ts";
import { metricsNamespace, nameOf } from "#lib/names.ts";

export const FIVE_MINUTES = Duration.minutes(5);

/**
 * A metric of the factory (core/factory/mission/measure.ts), with the function that emits it and at most one
 * more dimension. Nearly all are emitted by the relay.
 */
export function measured(
  config: GantryConfig,
  name: string,
  {
    by = "relay",
    ...options
  }: MetricOptions & { readonly by?: FunctionName; readonly dimension?: Record<string, string> } = {},
): Metric {
  const { dimension, ...rest } = options;
  return new Metric({
    namespace: metricsNamespace(config),
    metricName: name,
    dimensionsMap: { service: by, ...dimension },
    statistic: Stats.SUM,
    period: FIVE_MINUTES,
    ...rest,
  });
}

/** A metric of Lambda for one function. */
export function ofFunction(
  config: GantryConfig,
  name: FunctionName,
  metricName: string,
  options: MetricOptions = {},
): Metric {
  return ofService("AWS/Lambda", metricName, { FunctionName: nameOf(config, name) }, options);
}

/** A metric of an AWS service for one resource, by default as sums of five minutes. */
export function ofService(
  namespace: `AWS/${string}`,
  metricName: string,
  dimensionsMap: Record<string, string>,
  options: MetricOptions = {},
): Metric {
  return new Metric({
    namespace,
    metricName,
    dimensionsMap,
    statistic: Stats.SUM,
    period: FIVE_MINUTES,
    ...options,
  });
}

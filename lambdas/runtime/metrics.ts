import { Metrics } from "@aws-lambda-powertools/metrics";
import type { Measure } from "#core/delivery/measure.ts";
import { readEnv } from "#lambdas/runtime/env.ts";
import { invocation } from "#lambdas/runtime/invocation.ts";

/**
 * Prints metrics in CloudWatch's embedded metric format, one line per dimension, with the mission that they concern.
 * Prints nothing without POWERTOOLS_METRICS_NAMESPACE, as in the local cloud, whose console is for people.
 */
export function emit(measures: readonly Measure[]): void {
  const { POWERTOOLS_METRICS_NAMESPACE: namespace, POWERTOOLS_SERVICE_NAME } = readEnv();
  if (!namespace) return;
  const { correlation_id } = invocation();
  for (const group of Map.groupBy(measures, ({ dimension }) => JSON.stringify(dimension ?? {})).values()) {
    const metrics = new Metrics({ namespace, serviceName: POWERTOOLS_SERVICE_NAME || "gantry" });
    metrics.addDimensions(group[0]?.dimension ?? {});
    if (correlation_id !== undefined) metrics.addMetadata("correlation_id", correlation_id);
    for (const { name, unit, value } of group) metrics.addMetric(name, unit, value);
    metrics.publishStoredMetrics();
  }
}

/** Prints one metric with the unit Count. */
export function count(name: Measure["name"], value: number): void {
  emit([{ name, unit: "Count", value }]);
}

import { Duration } from "aws-cdk-lib";
import * as lambda from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { OUTBOX } from "#deployment/outbox.ts";
import type { GantryFunction } from "#lib/constructs/gantry-function.ts";
import type { Resources } from "#lib/resources.ts";

/**
 * Feeds the relay from the table's stream, the outbox. The mapping starts at the oldest record, so that signals that were written before it
 * was ready are delivered as well; delivering a signal twice is harmless. One batch of a shard at a time keeps each mission's signals in
 * order.
 *
 * A record that fails is retried alone for up to an hour and then goes to the dead-letter queue. Other aggregates of its batch are handled
 * at the first attempt; later batches wait, and DynamoDB deletes records after a day.
 */
export function feedRelay(relay: GantryFunction, { table }: Resources, deadLetters: IQueue): void {
  const { handler, role } = relay;
  new lambda.EventSourceMapping(relay, "Outbox", {
    target: handler,
    eventSourceArn: table.tableStreamArn as string,
    startingPosition: lambda.StartingPosition.TRIM_HORIZON,
    batchSize: OUTBOX.batchSize,
    filters: [{ pattern: JSON.stringify(OUTBOX.filter) }],
    parallelizationFactor: 1,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 60,
    maxRecordAge: Duration.hours(1),
    onFailure: { bind: () => ({ destination: deadLetters.queueArn }) },
  });
  deadLetters.grantSendMessages(role);
}

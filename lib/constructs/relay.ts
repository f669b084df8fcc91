import { Duration } from "aws-cdk-lib";
import * as lambda from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { OUTBOX } from "#deployment/outbox.ts";
import type { GantryFunction } from "#lib/constructs/gantry-function.ts";
import type { Resources } from "#lib/resources.ts";

/**
 * Feeds the relay from the table's stream, the outbox. It begins at the oldest record there is: a signal that was
 * written before the mapping was ready, at a first deployment or a later one, has to be told as well, and telling
 * one twice does no harm. One batch of a shard at a time keeps each mission's signals in their order.
 *
 * A record that fails is tried again alone, for as long as an hour, and then goes to the dead letters. Other
 * aggregates of its batch are served at the first try; what comes behind the batch waits, and DynamoDB forgets what
 * is older than a day.
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

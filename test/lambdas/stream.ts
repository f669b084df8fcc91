import { marshall } from "@aws-sdk/util-dynamodb";
import type { StreamRecord } from "#adapters/dynamodb/stream.ts";
import type { Signal } from "#core/ledger/signal.ts";

/** A signal as the table's stream brings it. */
export function recordOf(signal: Signal, SequenceNumber: string): StreamRecord {
  return {
    eventName: "INSERT",
    dynamodb: { SequenceNumber, NewImage: marshall({ sk: "E#1", signal }, { removeUndefinedValues: true }) },
  };
}

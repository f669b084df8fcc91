import { marshall } from "@aws-sdk/util-dynamodb";
import type { StreamRecord } from "#adapters/dynamodb/stream.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

const VIEW = { status: "QUEUED", message: "It waits.", url: null };

/** A signal as the table's stream brings it, of an aggregate that people see. */
export function recordOf(signal: Signal, SequenceNumber: string): StreamRecord {
  return {
    eventName: "INSERT",
    dynamodb: {
      SequenceNumber,
      NewImage: marshall({ sk: "E#1", signal, view: VIEW }, { removeUndefinedValues: true }),
    },
  };
}

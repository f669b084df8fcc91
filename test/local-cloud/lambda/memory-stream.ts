import type { StreamRecord } from "#local-cloud/lambda/batch.ts";
import type { StreamSource } from "#local-cloud/lambda/event-source-mapping.ts";

/** A stream of records numbered from zero. */
export function memoryStream(count: number): StreamSource & { push(...records: StreamRecord[]): void } {
  const records: StreamRecord[] = Array.from({ length: count }, (_, n) => record(n));
  const listeners = new Set<() => void>();
  return {
    push: (...more) => {
      records.push(...more);
      for (const listener of listeners) listener();
    },
    read: async (after, limit) => {
      const start = records.findIndex(
        ({ dynamodb }) => after === undefined || dynamodb.SequenceNumber > after,
      );
      return start < 0 ? [] : records.slice(start, start + limit);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export function record(n: number, sk = `E#${n}`) {
  const SequenceNumber = String(n).padStart(6, "0");
  return { eventName: "INSERT", dynamodb: { SequenceNumber, Keys: { pk: { S: "T#a" }, sk: { S: sk } } } };
}

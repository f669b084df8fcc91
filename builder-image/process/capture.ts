import type { StepResult } from "#core/factory/build/result.ts";

export interface Capture {
  write(chunk: Uint8Array): void;
  result(): StepResult["stdout"];
}

/** Keeps the first and the last `kept` bytes of a stream of any length. */
export function createCapture(kept: number): Capture {
  let bytes = 0;
  let head: Uint8Array = new Uint8Array(0);
  let tail: Uint8Array = new Uint8Array(0);
  return {
    write(chunk) {
      bytes += chunk.length;
      const room = kept - head.length;
      if (room > 0) head = Buffer.concat([head, chunk.subarray(0, room)]);
      const rest = chunk.subarray(Math.max(0, room));
      if (rest.length > 0) tail = Buffer.concat([tail, rest]).subarray(-kept);
    },
    result: () => ({ bytes, head: decode(head), tail: decode(tail) }),
  };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

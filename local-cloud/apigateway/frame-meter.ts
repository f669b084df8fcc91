/**
 * Reads the frame headers of a client's WebSocket stream (RFC 6455 section 5.2) and reports a frame whose
 * payload is larger than `limit`. The WebSocket library only reports whole messages, not frames.
 */
export function createFrameMeter(limit: number): (chunk: Uint8Array) => boolean {
  let header: number[] = [];
  let payloadLeft = 0;

  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (payloadLeft > 0) {
        const skipped = Math.min(payloadLeft, chunk.length - at);
        payloadLeft -= skipped;
        at += skipped;
        continue;
      }
      header.push(chunk[at++] ?? 0);
      const size = payloadSize(header);
      if (size === undefined) continue;
      if (size > limit) return true;
      payloadLeft = size;
      header = [];
    }
    return false;
  };
}

/**
 * Returns the payload length if the header is complete: 2 bytes, 0, 2 or 8 bytes of extended length, 4 bytes
 * of mask.
 */
function payloadSize(header: readonly number[]): number | undefined {
  const [, second = 0, ...rest] = header;
  const short = second & 0x7f;
  const extended = short === 126 ? 2 : short === 127 ? 8 : 0;
  const mask = second & 0x80 ? 4 : 0;
  if (header.length < 2 + extended + mask) return undefined;
  return extended === 0 ? short : rest.slice(0, extended).reduce((sum, byte) => sum * 256 + byte, 0);
}

let last = 0;

/**
 * A new identifier: a UUID of version 7 (RFC 9562, section 5.7). Those of one tab sort in the order in which they were
 * made, so that records stay in that order when they are read again.
 */
export function newId(now = Date.now()) {
  last = Math.max(now, last + 1);
  const time = last.toString(16).padStart(12, "0");
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  bytes[0] = (bytes[0] & 0x0f) | 0x70;
  bytes[2] = (bytes[2] & 0x3f) | 0x80;
  const rest = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}

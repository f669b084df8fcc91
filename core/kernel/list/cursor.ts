import { fromBase64, toBase64 } from "#core/kernel/base64.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** The list that a cursor belongs to: of one tenant, of one or several kinds, with these filters. */
export interface ListScope {
  readonly tenant: string;
  readonly kind: string | readonly string[];
  /** For kinds that are listed by status; absent when one list has all entries. */
  readonly status?: string;
  readonly filters: Readonly<Record<string, string | undefined>>;
}

/** Format of cursors in requests: base64url. */
export const CURSOR_PATTERN = /^[A-Za-z0-9_-]{1,400}$/;

/**
 * The cursor for the entries after a position in a list. It contains the position and a digest of position and list. A
 * forged cursor can only be another position in a list that its holder may read anyway.
 */
export function writeCursor(scope: ListScope, position: string): string {
  const text = `${position}\n${digest(scope, position)}`;
  return toBase64(new TextEncoder().encode(text))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The position of a cursor. Throws InvalidInput for a cursor that this list did not return. */
export function readCursor(scope: ListScope, cursor: string): string {
  const [position = "", found] = decode(cursor).split("\n");
  if (found === digest(scope, position)) return position;
  throw new GantryError(
    "InvalidInput",
    "cursor was not returned by this list with the same filters; start again without a cursor.",
    { field: "cursor" },
  );
}

function digest(scope: ListScope, position: string): string {
  const filters = Object.entries(scope.filters).filter(([, value]) => value !== undefined);
  return canonicalHash({ ...scope, filters: filters.toSorted(), position }).slice(0, 32);
}

/** Decodes base64url text; empty for any other text. */
function decode(cursor: string): string {
  if (!CURSOR_PATTERN.test(cursor) || cursor.length % 4 === 1) return "";
  const bytes = fromBase64(cursor.replaceAll("-", "+").replaceAll("_", "/"));
  const text = new TextDecoder().decode(bytes);
  return text.isWellFormed() ? text : "";
}

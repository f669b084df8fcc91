import { fromBase64, toBase64 } from "#core/kernel/base64.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** Which list a cursor continues: a tenant's, of one kind or of several, under these filters. */
export interface ListScope {
  readonly tenant: string;
  readonly kind: string | readonly string[];
  /** Where entries of a kind are listed by their status; left out where one list has all. */
  readonly status?: string;
  readonly filters: Readonly<Record<string, string | undefined>>;
}

/** A cursor as requests carry it: base64url, at most this long. */
export const CURSOR_PATTERN = /^[A-Za-z0-9_-]{1,400}$/;

/**
 * The cursor behind an item's position in a list. It holds the position and a digest over position and list: what it
 * could be forged to is another position in a list that its bearer may read anyway.
 */
export function writeCursor(scope: ListScope, position: string): string {
  const text = `${position}\n${digest(scope, position)}`;
  return toBase64(new TextEncoder().encode(text))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The position of a cursor. Throws InvalidInput for one that this list did not give out. */
export function readCursor(scope: ListScope, cursor: string): string {
  const [position = "", found] = decode(cursor).split("\n");
  if (found === digest(scope, position)) return position;
  throw new GantryError(
    "InvalidInput",
    "The cursor is not one that this list returned with the same filters. Start again without a cursor.",
    { field: "cursor" },
  );
}

function digest(scope: ListScope, position: string): string {
  const filters = Object.entries(scope.filters).filter(([, value]) => value !== undefined);
  return canonicalHash({ ...scope, filters: filters.toSorted(), position }).slice(0, 32);
}

/** The text of base64url; empty when it is none. */
function decode(cursor: string): string {
  if (!CURSOR_PATTERN.test(cursor) || cursor.length % 4 === 1) return "";
  const bytes = fromBase64(cursor.replaceAll("-", "+").replaceAll("_", "/"));
  const text = new TextDecoder().decode(bytes);
  return text.isWellFormed() ? text : "";
}

import { describe, expect, it } from "@jest/globals";
import { CURSOR_PATTERN, type ListScope, readCursor, writeCursor } from "#core/kernel/list/cursor.ts";
import { fc } from "#test/support/property.ts";

const SCOPE: ListScope = { tenant: "tn_1", kind: "thing", filters: { team: "a", text: "x" } };
const POSITION = "2026-11-21T00:00:00.000Z#m_1";

describe("a cursor of a list", () => {
  it("is text for an address that gives back its position, whatever that is", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~é]{0,150}$/), (position) => {
        const cursor = writeCursor(SCOPE, position);
        expect(cursor).toMatch(CURSOR_PATTERN);
        expect(readCursor(SCOPE, cursor)).toBe(position);
      }),
    );
  });

  it("has no character that an address would change", () => {
    for (const position of ["~~~", "???", "a"]) {
      const cursor = writeCursor(SCOPE, position);
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(Buffer.from(cursor, "base64url").toString()).toMatch(/^(~~~|\?\?\?|a)\n[0-9a-f]{32}$/);
      expect(readCursor(SCOPE, cursor)).toBe(position);
    }
  });

  it("is the same for the same filters in any order, with or without those that are not set", () => {
    const same = { ...SCOPE, filters: { text: "x", status: undefined, team: "a" } };
    expect(writeCursor(same, POSITION)).toBe(writeCursor(SCOPE, POSITION));
  });

  it.each<[string, Partial<ListScope>]>([
    ["tenant", { tenant: "tn_2" }],
    ["kind", { kind: ["thing"] }],
    ["status", { status: "open" }],
    ["filter", { filters: { team: "b", text: "x" } }],
    ["set of filters", { filters: { team: "a" } }],
  ])("is not one of a list with another %s", (_, change) => {
    const cursor = writeCursor({ ...SCOPE, ...change }, POSITION);
    expect(() => readCursor(SCOPE, cursor)).toThrow(
      expect.objectContaining({ code: "InvalidInput", field: "cursor" }),
    );
  });

  it.each([
    ["nothing", ""],
    ["text of no length that base64 has", "abcde"],
    ["text with padding", `${writeCursor(SCOPE, POSITION)}=`],
    ["text with more before it", `!${writeCursor(SCOPE, POSITION)}`],
    ["text that is too long", "x".repeat(401)],
    ["a position alone", btoa(POSITION).replace(/=+$/, "")],
  ])("is never %s", (_, cursor) => {
    expect(() => readCursor(SCOPE, cursor)).toThrow(expect.objectContaining({ code: "InvalidInput" }));
  });
});

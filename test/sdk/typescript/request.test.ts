import { describe, expect, it } from "@jest/globals";
import { OPERATIONS } from "#sdk/typescript/api.ts";
import { ApiError } from "#sdk/typescript/errors.ts";
import { type OperationName, requestOf } from "#sdk/typescript/request.ts";
import { fc } from "#test/support/property.ts";

const KEY = () => "a-key";

describe("requestOf", () => {
  it("puts values of the input into the path and the query, and leaves out undefined ones", () => {
    const request = requestOf("events", { id: "m_1/2", after: 0, limit: undefined }, KEY);
    expect(request).toEqual({ method: "GET", path: "/gantry/missions/m_1%2F2/events?after=0", headers: {} });
  });

  it("puts the rest of the input into the body, with a key so that a repetition has no second effect", () => {
    const request = requestOf("change", { id: "notes", message: "add a price" }, KEY);
    expect(request).toEqual({
      method: "POST",
      path: "/gantry/projects/notes/change",
      headers: { "content-type": "application/json", "idempotency-key": "a-key" },
      body: '{"message":"add a price"}',
    });
    expect(requestOf("cancel", { id: "m_1" }, KEY).body).toBe("{}");
  });

  it("puts what an operation takes in headers there", () => {
    const signed = {
      "X-Gantry-Key": "sk_1",
      "X-Gantry-Timestamp": "2026-11-21T07:00:00Z",
      "X-Gantry-Nonce": "c".repeat(64),
      "X-Gantry-Signature": `v1=${"d".repeat(64)}`,
    };
    expect(requestOf("siri", { ...signed, text: "hello" }, KEY)).toEqual({
      method: "POST",
      path: "/gantry/siri",
      headers: { ...signed, "content-type": "application/json", "idempotency-key": "a-key" },
      body: '{"text":"hello"}',
    });
  });

  it("sends a deletion with a key and without a body", () => {
    const request = requestOf("deleteProject", { id: "notes" }, KEY);
    expect(request).toEqual({
      method: "DELETE",
      path: "/gantry/projects/notes",
      headers: { "idempotency-key": "a-key" },
    });
  });

  it.each(["", ".", ".."])(
    "refuses the value '%s' in a path, where it would name another operation",
    (id) => {
      expect(() => requestOf("status", { id }, KEY)).toThrow(
        new ApiError(400, { detail: `id must not be '${id}'.` }),
      );
    },
  );

  it("refuses a missing value of a path by its name", () => {
    const noId = {} as { id: string };
    expect(() => requestOf("status", noId, KEY)).toThrow(
      expect.objectContaining({ code: "InvalidInput", field: "id" }),
    );
  });

  it("never leaves the path of its operation, for any value", () => {
    const value = fc.string({ minLength: 1, unit: "binary" }).filter((id) => id !== "." && id !== "..");
    fc.assert(
      fc.property(fc.constantFrom(...withAnId()), value, (name, id) => {
        const { path } = requestOf(name, { id } as never, KEY);
        const { pathname, search, hash } = new URL(path, "http://127.0.0.1");
        const [before = "", after = ""] = OPERATIONS[name].path.split("{id}");
        expect({ search, hash }).toEqual({ search: "", hash: "" });
        expect(pathname.startsWith(before) && pathname.endsWith(after)).toBe(true);
        const segment = pathname.slice(before.length, pathname.length - after.length);
        expect(decodeURIComponent(segment)).toBe(id.toWellFormed());
      }),
    );
  });
});

function withAnId(): OperationName[] {
  const names = Object.keys(OPERATIONS) as OperationName[];
  return names.filter((name) => /^[^{]*\{id\}[^{]*$/.test(OPERATIONS[name].path));
}

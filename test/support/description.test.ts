import { describe, expect, it } from "@jest/globals";
import { describedAt, faultsOf } from "#test/support/description.ts";

const headers = { "x-request-id": "r-1", "gantry-version": "2026-11-22", "content-type": "application/json" };
const health = (changes: object = {}, more: object = {}) =>
  faultsOf("GET", "/health", {
    status: 200,
    headers: { ...headers, etag: '"1"' },
    json: { status: "healthy", uptime_seconds: 1, websocket_connections: null, ...more },
    ...changes,
  });
const problem = (changes: object) =>
  faultsOf("GET", "/gantry/status/{id}", {
    status: 404,
    headers: { ...headers, "content-type": "application/problem+json" },
    json: {
      type: "/docs#error-NotFound",
      title: "Not found",
      status: 404,
      detail: "No.",
      code: "NotFound",
      ...changes,
    },
  });

describe("the comparison of replies with their description", () => {
  it("finds nothing in a correct reply", () => {
    expect(health()).toEqual([]);
    expect(problem({ field: "id", any_member: 1 })).toEqual([]);
    expect(describedAt("GET", "/gantry/status/m_1")).toBe("/gantry/status/{id}");
    expect(describedAt("DELETE", "/gantry/status/m_1")).toBeUndefined();
  });

  it.each([
    ["a status that is not described", health({ status: 418 }), "GET /health 418: is not described"],
    ["a field that is not described", health({}, { extra: 1 }), "additional properties"],
    ["a field of another type", health({}, { uptime_seconds: "1" }), "/uptime_seconds must be number"],
    ["a header that is missing", health({ headers }), "ETag is missing"],
    [
      "another media type",
      health({ headers: { ...headers, etag: "1", "content-type": "text/html" } }),
      "is text/html",
    ],
    ["a code that the operation does not have", problem({ code: "Conflict" }), "/code must be equal"],
  ])("finds %s", (_, faults, expected) => {
    expect(faults).toEqual([expect.stringContaining(expected)]);
  });
});

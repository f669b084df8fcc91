import { describe, expect, it } from "@jest/globals";
import { compileSelection } from "#local-cloud/apigateway/route-selection.ts";

describe("a route selection expression", () => {
  it.each([
    ["$request.body.action", '{"action":"join"}', "join"],
    ["$request.body.a.b", '{"a":{"b":7}}', "7"],
    ["$request.body.action", "not json", undefined],
    ["$request.body.action", "null", undefined],
    ["$request.body.action", '{"action":{}}', undefined],
    ["$request.body.action", '{"other":1}', undefined],
    ["$request.body.toString", "{}", undefined],
  ])("%s of %s is %s", (expression, body, expected) => {
    expect(compileSelection(expression)(body)).toBe(expected);
  });

  it("is refused when it cannot be evaluated", () => {
    expect(() => compileSelection("$request.header.x")).toThrow("$request.header.x is not supported");
  });
});

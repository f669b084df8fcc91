import { describe, expect, it } from "@jest/globals";
import { compileRoutes } from "#local-cloud/apigateway/rest-routes.ts";

const route = (method: string, path: string) => ({ method, path, function: `${method} ${path}` });
const match = compileRoutes([
  route("GET", "/"),
  route("GET", "/gantry/missions"),
  route("ANY", "/gantry/missions/{id}"),
  route("GET", "/gantry/missions/{id}"),
  route("POST", "/gantry/missions/clear"),
  route("GET", "/gantry/missions/{id}/events"),
  route("GET", "/files/{proxy+}"),
]);
const found = (method: string, path: string) => {
  const result = match(method, path);
  return result && [result.route.function, result.pathParameters];
};

describe("the route matcher of a REST API", () => {
  it("prefers a literal to a parameter, a parameter to a greedy one, a method to ANY", () => {
    expect(found("POST", "/gantry/missions/clear")).toEqual(["POST /gantry/missions/clear", {}]);
    expect(found("GET", "/gantry/missions/m_1")).toEqual(["GET /gantry/missions/{id}", { id: "m_1" }]);
    expect(found("DELETE", "/gantry/missions/m_1")).toEqual(["ANY /gantry/missions/{id}", { id: "m_1" }]);
    expect(found("GET", "/files/a/b.txt")).toEqual(["GET /files/{proxy+}", { proxy: "a/b.txt" }]);
  });

  it("accepts the root and a trailing slash", () => {
    expect(found("GET", "/")).toEqual(["GET /", {}]);
    expect(found("GET", "/gantry/missions/")).toEqual(["GET /gantry/missions", {}]);
  });

  it("leaves a parameter in the client's encoding", () => {
    expect(found("GET", "/gantry/missions/a%2Fb/events")).toEqual([
      "GET /gantry/missions/{id}/events",
      { id: "a%2Fb" },
    ]);
  });

  it.each([
    ["POST", "/"],
    ["GET", "/gantry"],
    ["GET", "/gantry/missions/m_1/events/x"],
    ["GET", "/files"],
  ])("does not match %s %s", (method, path) => {
    expect(found(method, path)).toBeUndefined();
  });

  it("refuses what API Gateway refuses", () => {
    expect(() => compileRoutes([route("GET", "/a"), route("GET", "/a/")])).toThrow("two routes for GET /a/");
    expect(() => compileRoutes([route("GET", "/{a}"), route("GET", "/{b}/c")])).toThrow(
      "already has the name {a}",
    );
    expect(() => compileRoutes([route("GET", "/a{b}")])).toThrow("malformed path segment a{b}");
  });
});

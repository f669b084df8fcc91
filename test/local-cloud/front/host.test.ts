import { describe, expect, it } from "@jest/globals";
import { hostKind } from "#local-cloud/front/host.ts";

describe("the kind of a host name", () => {
  it.each(["127.0.0.1:5050", "localhost:5050", "LOCALHOST:5050", "[::1]:5050"])(
    "is this machine for %s",
    (host) => {
      expect(hostKind(host, 5050)).toEqual({ kind: "self" });
    },
  );

  it("is a project for a subdomain of localhost", () => {
    expect(hostKind("todo-1.localhost:5050", 5050)).toEqual({ kind: "project", name: "todo-1.localhost" });
  });

  it.each([
    undefined,
    "",
    "evil.example:5050",
    "localhost.evil.example:5050",
    "notlocalhost:5050",
    "127.0.0.1:5051",
    "127.0.0.1",
    "127.0.0.1:5050@evil.example",
    "0.0.0.0:5050",
  ])("is refused for %s", (host) => {
    expect(hostKind(host, 5050)).toEqual({ kind: "foreign" });
  });

  it("has port 80 by default", () => {
    expect(hostKind("localhost", 80)).toEqual({ kind: "self" });
  });
});

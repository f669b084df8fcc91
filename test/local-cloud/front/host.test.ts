import { describe, expect, it } from "@jest/globals";
import { hostKind } from "#local-cloud/front/host.ts";

describe("hostKind", () => {
  it.each(["127.0.0.1:5050", "localhost:5050", "LOCALHOST:5050", "[::1]:5050"])(
    "serves %s as itself",
    (host) => {
      expect(hostKind(host, 5050)).toEqual({ kind: "self" });
    },
  );

  it("names the project of a subdomain of localhost", () => {
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
  ])("refuses %s", (host) => {
    expect(hostKind(host, 5050)).toEqual({ kind: "foreign" });
  });

  it("takes a missing port as 80", () => {
    expect(hostKind("localhost", 80)).toEqual({ kind: "self" });
  });
});

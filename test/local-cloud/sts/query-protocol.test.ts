import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "@jest/globals";
import { queryHandler } from "#local-cloud/sts/query-protocol.ts";
import { OWNER } from "#test/cloud/target.ts";

it("the query protocol treats a list or member named like Object.prototype's as an ordinary member", async () => {
  const known = Reflect.ownKeys(Object.prototype);
  const seen: Record<string, unknown>[] = [];
  const operations = new Map([
    [
      "Look",
      (members: Record<string, unknown>) => {
        seen.push(members);
        return "";
      },
    ],
  ]);
  const handle = queryHandler({ version: "1", operations });
  const server = createServer((req, res) => void handle(req, res, OWNER));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const body = "Action=Look&Version=1&__proto__.member.1.role=owner&constructor.member.1.a=b&__proto__=x";
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method: "POST", body });
  server.close();
  expect(Reflect.ownKeys(Object.prototype)).toEqual(known);
  expect(Object.keys(seen[0] ?? {})).toEqual(["__proto__", "constructor"]);
});

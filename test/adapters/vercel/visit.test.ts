import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { visit } from "#adapters/vercel/visit.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/moved") response.writeHead(308, { location: "/" }).end();
    else if (request.url === "/huge") response.end(Buffer.alloc(17 * 2 ** 20));
    else response.writeHead(request.url === "/" ? 200 : 404).end(`host ${request.headers.host}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe("a visit to an address", () => {
  it("returns the status and the digest of the page, by the name below localhost", async () => {
    expect(await visit(`http://todo.localhost:${port}/`)).toEqual({
      status: 200,
      sha256: sha256Hex(`host todo.localhost:${port}`),
    });
    expect(await visit(`http://todo.localhost:${port}/none`)).toMatchObject({ status: 404 });
  });

  it("does not follow a redirect", async () => {
    expect(await visit(`http://todo.localhost:${port}/moved`)).toMatchObject({ status: 308 });
  });

  it.each([
    ["nothing listens", "http://127.0.0.1:1/", "ECONNREFUSED"],
    ["there is no such host", "http://none.invalid/", "ENOTFOUND"],
    ["it is not an address", "mailto:", "ERR_INVALID_PROTOCOL"],
  ])("tells why there was no response when %s", async (_, url, unreachable) => {
    const seen = await visit(url);
    expect(seen).toEqual({ unreachable: expect.any(String) });
    if (unreachable !== "ENOTFOUND") expect(seen).toEqual({ unreachable });
  });

  it("ends a response that does not end", async () => {
    expect(await visit(`http://127.0.0.1:${port}/huge`)).toEqual({
      unreachable: "a response of more than 16777216 bytes",
    });
  });
});

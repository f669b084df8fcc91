import { beforeAll, describe, expect, it } from "@jest/globals";
import { API_VERSIONS } from "#core/web/version.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
const log = printed();
const ask = client(memoryWorld());
const ID = "0f5c8c52-7f0e-4f0e-8f55-3f7a6f0b8a10";

describe("every HTTP response", () => {
  it.each([
    ["a reply", "GET", "/gantry/themes"],
    ["a problem", "GET", "/gantry/status/m_1"],
    ["bad input", "GET", "/gantry/missions?limit=0"],
    ["what is not there", "GET", "/gantry/nothing"],
    ["another method", "PATCH", "/gantry/themes"],
    ["a HEAD", "HEAD", "/gantry/themes"],
    ["an OPTIONS", "OPTIONS", "/gantry/themes"],
  ])("names its request, its duration and the API's version: %s", async (_, method, path) => {
    const { headers, text } = await ask(method, path, { headers: { "X-Request-ID": ID } });
    expect(headers["x-request-id"]).toBe(ID);
    expect(headers["x-duration"]).toMatch(/^\d+\.\d{3}$/);
    expect(headers["gantry-version"]).toBe(API_VERSIONS[0]);
    if (headers["content-type"] === "application/problem+json") expect(JSON.parse(text).request_id).toBe(ID);
    expect(log.json.at(-1)).toMatchObject({ message: "request answered", request_id: ID, method });
  });

  it.each(["short", "a b c d e f", "x".repeat(129), "<script>alert(1)</script>", 'a"b"c"d"'])(
    "has a generated id where the caller's is invalid: %s",
    async (id) => {
      const { headers } = await ask("GET", "/gantry/themes", { headers: { "x-request-id": id } });
      expect(headers["x-request-id"]).toBe("r");
    },
  );
});

describe("an API version", () => {
  it("that exists can be requested", async () => {
    for (const version of API_VERSIONS)
      expect((await ask("GET", "/gantry/themes", { headers: { "Gantry-Version": version } })).status).toBe(
        200,
      );
  });

  it.each(["2020-01-01", "latest", ""])(
    "that does not exist is refused with those that do: %j",
    async (version) => {
      const { status, json } = await ask("GET", "/gantry/themes", { headers: { "gantry-version": version } });
      expect({ status, ...json }).toMatchObject({
        status: 400,
        code: "InvalidInput",
        field: "Gantry-Version",
        versions: API_VERSIONS,
      });
    },
  );
});

describe("the method", () => {
  it.each([
    ["PATCH", "/gantry/themes", "GET, HEAD, OPTIONS"],
    ["GET", "/gantry/consult", "POST, OPTIONS"],
    ["HEAD", "/gantry/consult", "POST, OPTIONS"],
  ])(
    "%s that %s does not support is refused with 405 and the supported ones",
    async (method, path, allow) => {
      const { status, headers } = await ask(method, path);
      expect([status, headers.allow]).toEqual([405, allow]);
    },
  );

  it("HEAD returns the headers of GET without its body", async () => {
    const get = await ask("GET", "/gantry/themes");
    const head = await ask("HEAD", "/gantry/themes");
    expect([head.status, head.text]).toEqual([200, ""]);
    expect(head.headers.etag).toBe(get.headers.etag);
    expect(head.headers["content-type"]).toBe(get.headers["content-type"]);
  });

  it("OPTIONS returns the methods of a path, without a session", async () => {
    for (const { path } of ROUTES) {
      const { status, headers, text } = await ask("OPTIONS", path.replace("{id}", "m_1"), { caller: null });
      expect([status, text]).toEqual([204, ""]);
      expect(headers.allow).toMatch(
        /^(GET, HEAD|POST|POST, GET, HEAD|GET, DELETE, HEAD|GET, PATCH, HEAD|GET, POST, DELETE, HEAD), OPTIONS$/,
      );
      expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
    expect((await ask("OPTIONS", "/gantry/nothing")).status).toBe(404);
  });
});

describe("a representation", () => {
  it.each(["text/html", "application/json;q=0", "image/*"])(
    "that Accept: %s excludes is refused with 406",
    async (accept) => {
      const { status, json } = await ask("GET", "/gantry/themes", { headers: { accept } });
      expect({ status, ...json }).toMatchObject({ status: 406, code: "NotAcceptable", field: "Accept" });
    },
  );

  it.each(["*/*", "application/*", "text/html,*/*;q=0.8", ""])(
    "that Accept: %s permits is returned",
    async (accept) => {
      expect((await ask("GET", "/gantry/themes", { headers: { accept } })).status).toBe(200);
    },
  );

  it("that the client already has is not sent again", async () => {
    const { headers } = await ask("GET", "/gantry/themes");
    const etag = headers.etag as string;
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    for (const given of [etag, etag.slice(2), `"other", ${etag}`, "*"]) {
      const again = await ask("GET", "/gantry/themes", { headers: { "If-None-Match": given } });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, "", etag]);
    }
    expect((await ask("GET", "/gantry/themes", { headers: { "If-None-Match": '"other"' } })).status).toBe(
      200,
    );
  });

  it("has no validator in a problem or a reply to a POST", async () => {
    expect((await ask("GET", "/gantry/nothing")).headers.etag).toBeUndefined();
    expect((await ask("POST", "/gantry/auth/logout", { body: {} })).headers.etag).toBeUndefined();
  });
});

it("each 401 names the ways to authenticate", async () => {
  for (const [method, path, body] of [
    ["GET", "/gantry/missions", undefined],
    ["POST", "/gantry/auth", { password: "wrong" }],
  ] as const) {
    const { status, headers } = await ask(method, path, { caller: null, ...(body ? { body } : {}) });
    expect([status, headers["www-authenticate"]]).toEqual([401, 'Bearer realm="gantry"']);
  }
});

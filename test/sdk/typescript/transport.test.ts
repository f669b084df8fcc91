import { describe, expect, it } from "@jest/globals";
import { ApiError, ConnectionError } from "#sdk/typescript/errors.ts";
import { createTransport } from "#sdk/typescript/transport.ts";
import { scriptedApis } from "#test/cli/scripted-api.ts";
import { freePort } from "#test/support/free-port.ts";

const start = scriptedApis();

function busy(seconds: number) {
  const detail = "Too many requests.";
  return {
    status: 429,
    headers: { "content-type": "application/problem+json" },
    body: { code: "TooManyRequests", detail, retry_after_seconds: seconds },
  };
}

describe("createTransport", () => {
  it("sends the headers of the caller, and returns the response", async () => {
    const { url, asked } = await start({ "GET /gantry/latest": { body: { mission_id: "m_1" } } });
    const send = createTransport({ url, headers: () => ({ authorization: "Bearer a-token" }) });
    const response = await send("latest", {});
    expect(await response.json()).toEqual({ mission_id: "m_1" });
    expect(asked.at(-1)?.headers).toMatchObject({ authorization: "Bearer a-token" });
  });

  it("rejects with what the service says of a refusal, also with a code that is not known here", async () => {
    const problem = {
      code: "TooLoud",
      detail: "message: sing lower.",
      field: "message",
      errors: [{ field: "message", message: "sing lower" }],
      request_id: "r-1",
    };
    const { url } = await start({ "POST /gantry/chat": { status: 400, body: problem } });
    const refusal = createTransport({ url })("chat", { message: "LA" });
    await expect(refusal).rejects.toBeInstanceOf(ApiError);
    await expect(refusal).rejects.toMatchObject({
      status: 400,
      code: "TooLoud",
      message: "message: sing lower.",
      field: "message",
      errors: problem.errors,
      requestId: "r-1",
    });
  });

  it("names the status of a refusal that is not a problem document", async () => {
    const { url } = await start({ "GET /gantry/latest": { status: 502, text: "<h1>Bad Gateway</h1>" } });
    const refusal = createTransport({ url })("latest", {});
    await expect(refusal).rejects.toMatchObject({
      code: "Internal",
      message: "The service returned status 502.",
    });
  });

  it("waits once for a busy service, with the same idempotency key", async () => {
    let calls = 0;
    const { url, asked } = await start({
      "POST /gantry/chat": () => (calls++ === 0 ? busy(0) : { body: { answer: "Yes." } }),
    });
    const response = await createTransport({ url })("chat", { message: "Are you there?" });
    expect(await response.json()).toEqual({ answer: "Yes." });
    const [first, second] = asked.map(({ headers }) => headers["idempotency-key"]);
    expect(first).toMatch(/\S{16}/);
    expect(second).toBe(first);
  });

  it("does not wait twice, nor longer than the caller wants", async () => {
    let calls = 0;
    const { url } = await start({ "POST /gantry/chat": () => busy(calls++ === 0 ? 0 : 11) });
    const send = createTransport({ url });
    await expect(send("chat", { message: "hi" })).rejects.toMatchObject({
      status: 429,
      retryAfterSeconds: 11,
    });
    expect(calls).toBe(2);
    await expect(send("chat", { message: "hi" })).rejects.toMatchObject({ status: 429 });
    expect(calls).toBe(3);
  });

  it("uses the idempotency key of the caller", async () => {
    const { url, asked } = await start({ "POST /gantry/missions/m_1/retry": { status: 202, body: {} } });
    await createTransport({ url })("retry", { id: "m_1" }, { idempotencyKey: "mine" });
    expect(asked.at(-1)?.headers).toMatchObject({ "idempotency-key": "mine" });
  });

  it("returns a reply whose status is one of failure, where the API has such a reply", async () => {
    const { url } = await start({ "GET /ready": { status: 503, body: { ready: false, checks: {} } } });
    const response = await createTransport({ url })("ready", {});
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false });
  });

  it("follows no redirection unless the caller says so", async () => {
    const { url } = await start({
      "GET /gantry/missions/m_1/evidence": { status: 303, headers: { location: "/elsewhere" } },
      "GET /elsewhere": { bytes: new Uint8Array([1, 2]) },
    });
    const send = createTransport({ url });
    const { status, headers } = await send("evidence", { id: "m_1" }, { redirect: "manual" });
    expect([status, headers.get("location")]).toEqual([303, "/elsewhere"]);
    const followed = await send("evidence", { id: "m_1" }, { redirect: "follow" });
    expect(new Uint8Array(await followed.arrayBuffer())).toEqual(new Uint8Array([1, 2]));
    await expect(send("evidence", { id: "m_1" })).rejects.toBeInstanceOf(ConnectionError);
  });

  it("rejects with a ConnectionError when nothing responds, and when the call is aborted", async () => {
    const nobody = createTransport({ url: `http://127.0.0.1:${await freePort()}` });
    await expect(nobody("health", {})).rejects.toBeInstanceOf(ConnectionError);
    const { url } = await start({ "POST /gantry/chat": () => busy(5) });
    const controller = new AbortController();
    const waiting = createTransport({ url })("chat", { message: "hi" }, { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toBeInstanceOf(ConnectionError);
  });
});

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type Client, logIn } from "./support/client.ts";
import { type Gantry, startGantry } from "./support/gantry.ts";

/** A chat over HTTP, whose reply is streamed, read on after a lost connection, and kept through a crash. */

const QUESTION = { message: "How do I cancel a mission?" };

let gantry: Gantry;
let owner: Client;

beforeAll(async () => {
  gantry = await startGantry();
  owner = await logIn(gantry);
});
afterAll(async () => {
  await gantry?.stop();
});

/** The response as it begins; its body is still to be read. */
const open = (path: string, body?: object, headers: Record<string, string> = {}, signal?: AbortSignal) =>
  fetch(gantry.origin + path, {
    method: body ? "POST" : "GET",
    headers: {
      authorization: `Bearer ${owner.token}`,
      "content-type": "application/json",
      accept: "text/event-stream",
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });

const dataOf = (event: string, text: string) =>
  JSON.parse(new RegExp(`^event: ${event}\\ndata: (.*)$`, "m").exec(text)?.[1] ?? "null");

it("streams through the edge, goes on without a listener, and survives a crash", async () => {
  const leaving = new AbortController();
  const response = await open("/gantry/chat", QUESTION, {}, leaving.signal);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  expect(response.headers.get("content-encoding")).toBeNull();
  const first = new TextDecoder().decode((await response.body!.getReader().read()).value);
  const { conversation_id } = dataOf("received", first);
  const [, last] = /^id: (.*)$/m.exec(first) ?? [];
  leaving.abort();

  const path = `/gantry/conversations/${conversation_id}`;
  const followed = await (await open(`${path}/stream`, undefined, { "last-event-id": last! })).text();
  const reply = dataOf("reply", followed);
  expect(reply).toMatchObject({ conversation_id, sources: [{ path: expect.stringContaining("cancel") }] });

  await gantry.crash();
  await gantry.start();
  owner = await logIn(gantry);
  const { body } = await owner.get(path);
  expect(body.messages.map(({ text }: any) => text)).toEqual([QUESTION.message, reply.answer]);
});

it("streams a consultation with the plain reply at its end", async () => {
  const events = await (await open("/gantry/consult", { message: "Build me a notes app" })).text();
  const reply = dataOf("reply", events);
  expect(reply).toMatchObject({ state: "awaiting_confirmation", plan: { title: expect.any(String) } });
  const plain = (await owner.get(`/gantry/consultation/${reply.conversation_id}`)).body;
  expect(plain).toMatchObject({ response: reply.response, plan: reply.plan });
});

it("is plain for other clients, and refuses with a status", async () => {
  expect((await owner.request("POST", "/gantry/chat", QUESTION)).body).toHaveProperty("answer");
  const refused = await open("/gantry/chat", {});
  const problem: any = await refused.json();
  expect([refused.status, problem.field]).toEqual([400, "message"]);
  const nobody = await open("/gantry/chat", QUESTION, { authorization: "Bearer none" });
  expect(nobody.status).toBe(401);
});

import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { Caller } from "#core/identity/caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ROUTES } from "#lambdas/api/routes.ts";
import { contextOf } from "#lambdas/runtime/authorizer-context.ts";
import { eventStream, lastEventIdOf } from "#lambdas/runtime/event-stream.ts";
import { acceptsEvents, httpHandler } from "#lambdas/runtime/http.ts";
import { memoryWorld, OWNER, type World } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

const ANSWER = "With gantry cancel. It is final.";
/** What a model writes, piece by piece. */
const PIECES = ['{"answer":"With gan', "try cancel.", ' It is final.","sour', 'ces":[]}'];

interface Event {
  readonly id: string;
  readonly event: string;
  readonly data: any;
}

const eventsIn = (text: string): Event[] =>
  text
    .split("\n\n")
    .filter((block) => block !== "")
    .map((block) => {
      const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2)));
      return { id: fields.id, event: fields.event, data: JSON.parse(fields.data) };
    });

interface Asking {
  readonly headers?: Record<string, string>;
  readonly caller?: Caller;
}

/** Sends a request to the handler of streamed operations, and returns all that it writes. */
async function stream(
  world: World,
  url: string,
  body: object | null,
  { headers = {}, caller = OWNER }: Asking = {},
) {
  const path = new URL(url, "http://gantry.test").pathname;
  const id = /conversations\/([^/]+)\/stream/.exec(path)?.[1];
  const event = {
    resource: path,
    path,
    httpMethod: body ? "POST" : "GET",
    headers: {
      host: "gantry.test",
      accept: "text/event-stream",
      "content-type": "application/json",
      ...headers,
    },
    queryStringParameters: null,
    pathParameters: id === undefined ? null : { id },
    body: body && JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: { requestId: "r", identity: { sourceIp: "203.0.113.9" }, authorizer: contextOf(caller) },
  };
  let head: any;
  let text = "";
  const sink = {
    open: (given: object) => {
      expect(head).toBeUndefined();
      head = given;
    },
    write: (written: string) => {
      expect(head).toBeDefined();
      text += written;
    },
  };
  const lastEventId = lastEventIdOf(event.headers);
  const events = eventStream({ sink, isWanted: acceptsEvents(event), lastEventId });
  events.finish(await httpHandler(ROUTES, () => world)(event, undefined, events));
  return { status: head.statusCode, headers: head.headers, text, events: () => eventsIn(text) };
}

/** A world whose chat model writes its answer in pieces. */
function writing(answer: () => object = () => ({ answer: ANSWER, sources: [] })): World {
  const world = memoryWorld({
    models: {
      chat: answer,
      consultant: () => ({ proposal: PROPOSAL, speech: "A task manager.", question: null }),
    },
  });
  const { converse } = world.converser;
  return Object.assign(world, {
    converser: {
      ...world.converser,
      converse: async (request: Parameters<typeof converse>[0]) => {
        const reply = await converse(request);
        if (request.role === "chat") for (const piece of PIECES) request.accept?.(piece);
        return reply;
      },
    },
  });
}

const question = { message: "How do I cancel a mission?" };

describe("a streamed chat", () => {
  it("tells what is done, then the text as it arrives, and last the plain reply", async () => {
    const world = writing();
    const { status, headers, events } = await stream(world, "/gantry/chat", question);
    expect([status, headers["content-type"]]).toEqual([200, "text/event-stream"]);
    expect(headers["cache-control"]).toBe("no-cache, no-transform");
    expect(headers).toHaveProperty("ratelimit");
    const [received, ...rest] = events();
    const { conversation_id } = received!.data;
    expect(received).toEqual({ id: "2-0", event: "received", data: { conversation_id } });
    expect(rest.map(({ event, data }) => [event, data])).toEqual([
      ["doing", { doing: "searching" }],
      ["doing", { doing: "answering" }],
      ["text", { at: 0, text: "With gan" }],
      ["text", { at: 8, text: "try cancel." }],
      ["text", { at: 19, text: " It is final." }],
      ["reply", { conversation_id, answer: ANSWER, sources: [] }],
    ]);
    expect(rest.at(-1)?.id).toBe(`2-${ANSWER.length}`);
    const read = await client(world)("GET", `/gantry/conversations/${conversation_id}`);
    expect(read.json.messages.at(-1)).toMatchObject({ text: ANSWER });
  });

  it("is the plain reply for a client that does not ask for events", async () => {
    const world = writing();
    for (const accept of ["application/json", "*/*"]) {
      const { headers, text } = await stream(world, "/gantry/chat", question, { headers: { accept } });
      expect(headers["content-type"]).toBe("application/json");
      expect(JSON.parse(text)).toMatchObject({ answer: ANSWER });
    }
    const none = await stream(world, "/gantry/chat", question, { headers: { accept: "text/csv" } });
    expect(none.status).toBe(406);
  });

  it("is refused with the status of the problem before it begins, and ends with the problem after", async () => {
    const bad = await stream(writing(), "/gantry/chat", { message: "" });
    expect([bad.status, bad.headers["content-type"]]).toEqual([400, "application/problem+json"]);
    expect(JSON.parse(bad.text)).toMatchObject({ code: "InvalidInput", field: "message" });
    const world = writing(() => {
      throw new GantryError("ModelRefused", "The model refuses.");
    });
    const broken = (await stream(world, "/gantry/chat", question)).events().at(-1);
    expect(broken).toMatchObject({ event: "error", data: { status: 422, code: "ModelRefused" } });
  });

  it("begins again where a repaired answer differs from the first", async () => {
    const answers = [
      { answer: "With gan", sources: ["docs/none.md"] },
      { answer: ANSWER, sources: [] },
    ];
    const world = writing(() => answers.shift() as object);
    const texts = (await stream(world, "/gantry/chat", question))
      .events()
      .filter(({ event }) => event === "text");
    let known = "";
    for (const { data } of texts) known = known.slice(0, data.at) + data.text;
    expect(known).toBe(ANSWER);
  });

  it("returns the stored reply of a repeated request, also to the plain one", async () => {
    const world = writing();
    const headers = { "idempotency-key": "k-1" };
    const first = (await stream(world, "/gantry/chat", question, { headers })).events().at(-1);
    const again = (await stream(world, "/gantry/chat", question, { headers })).events();
    expect(again).toEqual([{ id: expect.any(String), event: "reply", data: first?.data }]);
    const plain = await client(world)("POST", "/gantry/chat", { body: question, headers });
    expect(plain.json).toEqual(first?.data);
    expect(world.converser.requests).toHaveLength(1);
  });

  it("has a heartbeat in its silence", async () => {
    jest.useFakeTimers();
    try {
      const texts: string[] = [];
      const sink = { open: () => {}, write: (text: string) => void texts.push(text) };
      const events = eventStream({ sink, isWanted: true, lastEventId: undefined });
      events.progress(() => ({})).received("ch_1", 2);
      jest.advanceTimersByTime(31_000);
      expect(eventsIn(texts.join("")).map(({ event }) => event)).toEqual([
        "received",
        "heartbeat",
        "heartbeat",
      ]);
      events.finish({ statusCode: 200, body: "{}" });
      jest.advanceTimersByTime(31_000);
      expect(texts).toHaveLength(4);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe("a stream that is read on", () => {
  it("has only the text that the client has not, and the same reply", async () => {
    const world = writing();
    const all = (await stream(world, "/gantry/chat", question)).events();
    const url = `/gantry/conversations/${all[0]!.data.conversation_id}/stream`;
    await stream(world, "/gantry/chat", { message: "And?", conversation_id: all[0]!.data.conversation_id });
    const on = await stream(world, url, null, { headers: { "last-event-id": "2-8" } });
    expect(on.events().map(({ event, data }) => [event, data])).toEqual([
      ["received", all[0]!.data],
      ["text", { at: 8, text: ANSWER.slice(8) }],
      ["reply", all.at(-1)!.data],
    ]);
    const whole = await stream(world, url, null);
    expect(whole.events()).toMatchObject([{ event: "received" }, { data: { at: 0, text: ANSWER } }, {}]);
  });

  it("waits for a reply that is not there yet", async () => {
    const world = writing();
    const { conversation_id } = (await stream(world, "/gantry/chat", question)).events()[0]!.data;
    const dead = {
      ...world,
      converser: { ...world.converser, converse: () => Promise.reject(new Error("killed")) },
    };
    const asked = await stream(dead, "/gantry/chat", { message: "And?", conversation_id });
    expect(asked.events().at(-1)).toMatchObject({ event: "error", data: { code: "Internal" } });
    const followed = (await stream(world, `/gantry/conversations/${conversation_id}/stream`, null)).events();
    expect(followed).toMatchObject([
      { event: "received" },
      { event: "doing", data: { doing: "answering" } },
      { event: "error", data: { code: "ModelUnavailable" } },
    ]);
  });

  it.each([
    ["an id that is none", "/gantry/conversations/ch_none/stream", { "last-event-id": "five" }, 400],
    ["an unknown conversation", "/gantry/conversations/ch_none/stream", {}, 404],
    ["a plain request", "/gantry/conversations/ch_none/stream", { accept: "application/json" }, 406],
    ["any type", "/gantry/conversations/ch_none/stream", { accept: "*/*" }, 406],
  ])("is refused for %s", async (_, url, headers, status) => {
    expect((await stream(writing(), url, null, { headers: headers as never })).status).toBe(status);
  });
});

describe("a streamed consultation", () => {
  it("ends with the plain reply, which is followed as well", async () => {
    const world = writing();
    const events = (await stream(world, "/gantry/consult", { message: "Build me a task manager" })).events();
    expect(events.map(({ event }) => event)).toEqual(["received", "doing", "text", "reply"]);
    const reply = events.at(-1)!.data;
    expect(reply).toMatchObject({ state: "awaiting_confirmation", response: "A task manager." });
    const followed = await stream(world, `/gantry/conversations/${reply.conversation_id}/stream`, null);
    expect(followed.events().at(-1)?.data).toEqual(reply);
  });
});

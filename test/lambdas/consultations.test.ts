import { beforeAll, expect, it } from "@jest/globals";
import { memoryWorld } from "#test/support/memory-world.ts";
import { PROPOSAL } from "#test/support/samples.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

it("a consultation contains what was said, by whom and when, with its plan and its question", async () => {
  const consultant = () => ({ proposal: PROPOSAL, speech: "A task manager.", question: "Shall I?" });
  const ask = client(memoryWorld({ models: { consultant } }));
  const body = { message: "Build me a task manager" };
  const { conversation_id, plan } = (await ask("POST", "/gantry/consult", { body })).json;
  const { status, json } = await ask("GET", `/gantry/consultation/${conversation_id}`);
  expect([status, json]).toEqual([
    200,
    expect.objectContaining({ conversation_id, plan, status: "awaiting_confirmation", question: "Shall I?" }),
  ]);
  const time = expect.stringMatching(/Z$/);
  expect(json.messages).toEqual([
    { from: "person", text: body.message, time },
    { from: "gantry", text: json.speech, time },
  ]);
});

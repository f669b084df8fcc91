import { describe, expect, it } from "@jest/globals";
import { streamEvents } from "#local-cloud/bedrock/stream-events.ts";
import type { ContentBlock, ConverseReply } from "#local-cloud/bedrock/wire.ts";
import { problemsOf } from "./smithy-check.ts";

const reply = (...content: ContentBlock[]): ConverseReply => ({
  output: { message: { role: "assistant", content } },
  stopReason: "end_turn",
  usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
  metrics: { latencyMs: 1 },
});

describe("the events of a streamed reply", () => {
  it("are only those of the SDK's model", () => {
    const content: ContentBlock[] = [
      { reasoningContent: { reasoningText: { text: "hm", signature: "s" } } },
      { text: "x".repeat(200) },
      { toolUse: { toolUseId: "u", name: "t", input: { a: 1 } } },
    ];
    const events = [...streamEvents(reply(...content))];
    for (const event of events) expect(problemsOf("ConverseStreamOutput$", event)).toEqual([]);
    expect(events.filter((event) => "contentBlockStop" in event)).toHaveLength(3);
  });

  it("never divide a character", () => {
    const text = `${"x".repeat(63)}🙂`.repeat(5);
    const pieces = [...streamEvents(reply({ text }))].flatMap((event) =>
      "contentBlockDelta" in event && "text" in event.contentBlockDelta.delta
        ? [event.contentBlockDelta.delta.text]
        : [],
    );
    expect(pieces.join("")).toBe(text);
    expect(pieces.length).toBeGreaterThan(1);

    for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
  });
});

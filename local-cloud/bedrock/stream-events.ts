import type { ContentBlock, ConverseReply, StreamDelta, StreamEvent } from "./wire.ts";

const PIECE = 64;

/**
 * Splits a complete reply into the events that a model would have streamed. On Bedrock, text blocks have no
 * start event.
 */
export function* streamEvents(reply: ConverseReply): Generator<StreamEvent> {
  yield { messageStart: { role: "assistant" } };
  for (const [contentBlockIndex, block] of reply.output.message.content.entries()) {
    if (block.toolUse) {
      const { toolUseId, name } = block.toolUse;
      yield { contentBlockStart: { start: { toolUse: { toolUseId, name } }, contentBlockIndex } };
    }
    for (const delta of deltas(block)) yield { contentBlockDelta: { delta, contentBlockIndex } };
    yield { contentBlockStop: { contentBlockIndex } };
  }
  yield { messageStop: { stopReason: reply.stopReason } };
  yield { metadata: { usage: reply.usage, metrics: reply.metrics } };
}

function* deltas(block: ContentBlock): Generator<StreamDelta> {
  if (block.text !== undefined) for (const text of pieces(block.text)) yield { text };
  else if (block.toolUse) {
    for (const input of pieces(JSON.stringify(block.toolUse.input))) yield { toolUse: { input } };
  } else if (block.reasoningContent?.reasoningText) {
    const { text, signature } = block.reasoningContent.reasoningText;
    for (const piece of pieces(text)) yield { reasoningContent: { text: piece } };
    if (signature !== undefined) yield { reasoningContent: { signature } };
  } else throw new Error(`a model cannot stream a block of ${Object.keys(block).join()}`);
}

/** Splits a text between code points. */
function* pieces(text: string): Generator<string> {
  const points = [...text];
  for (let at = 0; at < points.length; at += PIECE) yield points.slice(at, at + PIECE).join("");
}

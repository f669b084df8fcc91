/** An event of a stream (server-sent events of the WHATWG). */
export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** The events of a response, as they arrive. Throws when the connection breaks. */
export async function* readEvents({ body }: Response): AsyncGenerator<StreamEvent> {
  if (!body) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const blocks = `${rest}${read.value}`.split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) yield eventIn(block);
    }
  } finally {
    void reader.cancel().catch(() => {});
  }
}

function eventIn(block: string): StreamEvent {
  const fields = new Map(
    block.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, "")] as const;
    }),
  );
  return {
    id: fields.get("id") ?? "",
    event: fields.get("event") ?? "message",
    data: fields.get("data") ?? "",
  };
}

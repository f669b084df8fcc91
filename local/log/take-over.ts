import { type Level, type LogEntry, readEntries } from "./entry.ts";

/**
 * Turns everything that is written to a stream from now on into log entries, as Lambda does with the output
 * of a function. Returns a function that writes to the stream itself.
 */
export function takeOver(
  stream: NodeJS.WriteStream,
  level: Level,
  add: (entry: LogEntry) => void,
): (text: string) => void {
  const write = stream.write.bind(stream);
  // A closed pipe, or a full disk behind it, must not end the process.
  stream.on("error", () => undefined);
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    const text = typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
    for (const entry of readEntries(text, level, new Date().toISOString())) add(entry);
    const done = rest.find((argument) => typeof argument === "function") as (() => void) | undefined;
    if (done) queueMicrotask(done);
    return true;
  };
  return (text) => void write(text);
}

import type { Progress } from "#core/factory/conversation/progress.ts";
import type { APIGatewayProxyResult } from "#lambdas/runtime/api-gateway.ts";
import { headerOf } from "#lambdas/runtime/headers.ts";
import { SECURITY_HEADERS } from "#lambdas/runtime/web-security.ts";

export const EVENTS_TYPE = "text/event-stream";

/** Where a response is written. */
export interface ResponseSink {
  /** Sends status and headers; called once, first. */
  open(head: Omit<APIGatewayProxyResult, "body" | "isBase64Encoded">): void;
  write(text: string): void;
}

/** A response as server-sent events. Nothing is sent before the first event, so that a refusal keeps its own status. */
export interface EventStream {
  /** The progress whose events are written; `headers` are those of the response. */
  progress(headers: () => Readonly<Record<string, string>>): Progress;
  /** Writes the last event, the reply or the problem; or the whole result if no event was written. */
  finish(result: APIGatewayProxyResult): void;
}

interface StreamOptions {
  readonly sink: ResponseSink;
  /** Whether the client asked for events. */
  readonly isWanted: boolean;
  /** The `Last-Event-ID` of a client that reads on. */
  readonly lastEventId: string | undefined;
}

/** A silent connection is cut by some proxies, the edge among them after 30 s. */
const HEARTBEAT_MS = 15_000;

/**
 * Writes progress and result as events `received`, `doing`, `text`, `heartbeat`, and last `reply` or `error`. The id of an
 * event is the sequence of the message and the number of characters of the reply that are known, `5-120`; a client that
 * sends it as `Last-Event-ID` gets only the text after that. The data of `reply` is the plain reply, that of `error` the
 * problem.
 */
export function eventStream({ sink, isWanted, lastEventId }: StreamOptions): EventStream {
  const last = readEventId(lastEventId);
  let isOpen = false;
  let sequence = 0;
  let known = "";
  /** How much of the text the client has, until the first text is written. */
  let had = 0;
  let heartbeat: NodeJS.Timeout | undefined;

  const write = (event: string, data: unknown) => {
    const text = typeof data === "string" ? data : JSON.stringify(data);
    sink.write(`id: ${sequence}-${Math.max(known.length, had)}\nevent: ${event}\ndata: ${text}\n\n`);
    heartbeat?.refresh();
  };
  const open = (headers: Readonly<Record<string, string>>) => {
    if (isOpen) return;
    isOpen = true;
    sink.open({ statusCode: 200, headers: { ...SECURITY_HEADERS, ...headers, ...STREAM_HEADERS } });
    heartbeat = setInterval(() => write("heartbeat", {}), HEARTBEAT_MS);
  };

  return {
    progress: (headers) => ({
      received(conversation_id, at) {
        sequence = at;
        had = last?.sequence === at ? last.characters : 0;
        open(headers());
        write("received", { conversation_id });
      },
      doing(what) {
        open(headers());
        write("doing", { doing: what });
      },
      text(next) {
        open(headers());
        const at = known === "" ? Math.min(had, next.length) : sharedLength(known, next);
        if (at === next.length && at === known.length) return;
        had = 0;
        known = next;
        write("text", { at, text: next.slice(at) });
      },
    }),
    finish(result) {
      const isProblem = result.statusCode >= 400;
      if (!isOpen && (isProblem || !isWanted)) {
        const { body, isBase64Encoded: _, ...head } = result;
        sink.open(head);
        return sink.write(body);
      }
      open(withoutType(result.headers ?? {}));
      clearInterval(heartbeat);
      heartbeat = undefined;
      write(isProblem ? "error" : "reply", result.body);
    },
  };
}

/** A cache or a proxy must neither keep nor change what it passes on, nor wait for more of it. */
const STREAM_HEADERS = {
  "content-type": EVENTS_TYPE,
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
} as const;

/** The sequence and the number of characters in the id of an event. Undefined for any other text. */
export function readEventId(id: string | undefined) {
  const [, sequence, characters] = /^(\d{1,12})-(\d{1,6})$/.exec(id ?? "") ?? [];
  return sequence === undefined ? undefined : { sequence: Number(sequence), characters: Number(characters) };
}

/** The `Last-Event-ID` of a request. */
export const lastEventIdOf = (headers: Readonly<Record<string, string | undefined>>): string | undefined =>
  headerOf(headers, "last-event-id");

function sharedLength(before: string, next: string): number {
  if (next.startsWith(before)) return before.length;
  let length = 0;
  while (length < next.length && before[length] === next[length]) length++;
  return length;
}

function withoutType(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "content-type"));
}

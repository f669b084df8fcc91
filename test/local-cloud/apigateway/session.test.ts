import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { startSession } from "#local-cloud/apigateway/session.ts";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A session on a socket that only remembers the code it was closed with. */
function session() {
  const closed: number[] = [];
  const ws = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    close: (code: number) => closed.push(code),
  });
  const open = startSession(ws as never, new PassThrough(), {} as never, {
    frameBytes: 100,
    idleMs: 1000,
    maxMs: 5000,
    now: Date.now,
    onMessage: () => {},
    onClose: () => {},
  });
  return { ws, open, closed };
}

describe("a WebSocket session", () => {
  it("is closed after the idle time", () => {
    const { closed } = session();
    jest.advanceTimersByTime(999);
    expect(closed).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(closed).toEqual([1001]);
  });

  it.each([
    ["a message", (s: ReturnType<typeof session>) => s.ws.emit("message", Buffer.from("x"), false)],
    ["a ping", (s: ReturnType<typeof session>) => s.ws.emit("ping")],
    ["a posted message", (s: ReturnType<typeof session>) => s.open.touch()],
  ])("restarts the idle time with %s", (_name, act) => {
    const started = session();
    jest.advanceTimersByTime(900);
    act(started);
    jest.advanceTimersByTime(900);
    expect(started.closed).toEqual([]);
    jest.advanceTimersByTime(100);
    expect(started.closed).toEqual([1001]);
  });

  it("is closed at the end of its maximum duration, however busy", () => {
    const { open, closed } = session();
    for (let i = 0; i < 9; i++) {
      jest.advanceTimersByTime(500);
      open.touch();
    }
    expect(closed).toEqual([]);
    jest.advanceTimersByTime(500);
    expect(closed).toEqual([1001]);
  });

  it("leaves no timer when it has closed", () => {
    session().ws.emit("close", 1000, Buffer.alloc(0));
    expect(jest.getTimerCount()).toBe(0);
  });
});

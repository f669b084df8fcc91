import { afterEach, beforeEach, expect, it, jest } from "@jest/globals";
import { uploadWhileGrowing } from "#builder/live-log.ts";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A log in memory. */
function memoryLog() {
  let content = Buffer.from("");
  return {
    write(chunk: Uint8Array | string) {
      content = Buffer.concat([content, Buffer.from(chunk)]);
    },
    read: () => content,
    close() {},
  };
}

const tick = () => jest.advanceTimersByTimeAsync(3000);

it("uploads the log when it has grown, and not otherwise", async () => {
  const log = memoryLog();
  const sent: string[] = [];
  const live = uploadWhileGrowing(log, async (bytes) => void sent.push(String(bytes)));
  await tick();
  log.write("one\n");
  await tick();
  await tick();
  log.write("two\n");
  await tick();
  await live.stop();
  log.write("three\n");
  await tick();
  expect(sent).toEqual(["one\n", "one\ntwo\n"]);
});

it("sends again what a failed upload contained", async () => {
  const log = memoryLog();
  const sent: string[] = [];
  const live = uploadWhileGrowing(log, async (bytes) => {
    sent.push(String(bytes));
    if (sent.length === 1) throw new Error("no network");
  });
  log.write("one\n");
  await tick();
  await tick();
  await live.stop();
  expect(sent).toEqual(["one\n", "one\n"]);
});

it("stops when no upload is under way, so that none overwrites a later one", async () => {
  const log = memoryLog();
  const order: string[] = [];
  let finish = () => {};
  const live = uploadWhileGrowing(
    log,
    () =>
      new Promise((resolve) => {
        finish = () => {
          order.push("uploaded");
          resolve();
        };
      }),
  );
  log.write("one\n");
  await tick();
  log.write("two\n");
  await tick(); // The first upload is still under way.
  const stopped = live.stop().then(() => order.push("stopped"));
  await tick();
  expect(order).toEqual([]);
  finish();
  await stopped;
  expect(order).toEqual(["uploaded", "stopped"]);
});

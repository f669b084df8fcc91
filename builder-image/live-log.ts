import type { Log } from "./log.ts";

const EVERY_MS = 3000;

export interface LiveLog {
  /** Ends the uploads; resolves when none is under way, so that a later upload is not overwritten. */
  stop(): Promise<void>;
}

/**
 * Uploads the log every 3 s while it grows, so that people can read it during the build. Failed uploads are dropped,
 * because the next one contains the same and more.
 */
export function uploadWhileGrowing(log: Log, send: (bytes: Uint8Array) => Promise<void>): LiveLog {
  let sent = 0;
  let sending: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (sending !== undefined) return;
    const bytes = log.read();
    if (bytes.length === sent) return;
    sending = send(bytes)
      .then(
        () => {
          sent = bytes.length;
        },
        () => {},
      )
      .finally(() => {
        sending = undefined;
      });
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await sending;
    },
  };
}

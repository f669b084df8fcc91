import { Stream } from "node:stream";
import type { RangeOptions } from "dynalite/db/index.js";
import type { Database } from "./database.ts";

/**
 * The rows of a range as the old kind of stream that dynalite's query and scan read. An error while they read,
 * theirs or LevelDB's, arrives as `error` instead of ending the process.
 */
export class ValueStream extends Stream {
  #stopped = false;

  constructor(database: Database, range: RangeOptions) {
    super();
    setImmediate(() => void this.#pump(database, range));
  }

  destroy(): void {
    this.#stopped = true;
  }

  async #pump(database: Database, range: RangeOptions): Promise<void> {
    try {
      const rows = database.values(range);
      try {
        for (let chunk = await rows.nextv(64); chunk.length; chunk = await rows.nextv(64)) {
          for (const row of chunk) if (!this.#stopped) this.emit("data", row);
          if (this.#stopped) return;
        }
        this.emit("end");
      } finally {
        await rows.close();
      }
    } catch (error) {
      this.emit("error", error);
    }
  }
}

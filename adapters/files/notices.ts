import { readFile } from "node:fs/promises";
import { z } from "zod";
import { noticeSchema, type WithNotices } from "#core/factory/plan/notices.ts";

/**
 * Reads the notices of an installation from a JSON file, at each call because they change. Empty when the file is
 * missing or invalid, so that a plan never fails because of notices.
 */
export function createNotices(path: string | undefined): WithNotices["notices"] {
  return async () => {
    if (path === undefined) return [];
    try {
      return z.array(noticeSchema).parse(JSON.parse(await readFile(path, "utf8")));
    } catch {
      return [];
    }
  };
}

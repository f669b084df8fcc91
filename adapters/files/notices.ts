import { readFile } from "node:fs/promises";
import { z } from "zod";
import { noticeSchema, type WithNotices } from "#core/factory/plan/notices.ts";

/**
 * Notices of an installation from a JSON file, read at each call because they come and go. Where there is no file, or
 * none that can be read, there are no notices: a plan never fails for want of them.
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

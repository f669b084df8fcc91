import { z } from "zod";
import { createNotices } from "#adapters/notices.ts";
import { part } from "#adapters/part.ts";

export const notices = part({
  name: "notices",
  env: { NOTICE_FILE: z.string().min(1).optional() },
  make: ({ NOTICE_FILE }) => createNotices(NOTICE_FILE),
});

import { z } from "zod";
import { createNotices } from "#adapters/files/notices.ts";
import { provider } from "#adapters/provider.ts";

export const notices = provider({
  name: "notices",
  env: { NOTICE_FILE: z.string().min(1).optional() },
  create: ({ NOTICE_FILE }) => createNotices(NOTICE_FILE),
});

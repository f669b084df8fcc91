import { z } from "zod";
import { createBrowser } from "#adapters/browser/browser.ts";
import { provider } from "#adapters/provider.ts";

export const browser = provider({
  name: "browser",
  env: {
    /** Folder in which the browser is unpacked; default: the temporary folder. */
    BROWSER_FOLDER: z.string().min(1).optional(),
  },
  create: ({ BROWSER_FOLDER }) => createBrowser(BROWSER_FOLDER ? { folder: BROWSER_FOLDER } : {}),
});

import { z } from "zod";
import { createBrowser } from "#adapters/browser.ts";
import { part } from "#adapters/part.ts";

export const browser = part({
  name: "browser",
  env: {
    /** Where the browser is unpacked; the temporary folder unless configured. */
    BROWSER_FOLDER: z.string().min(1).optional(),
  },
  make: ({ BROWSER_FOLDER }) => createBrowser(BROWSER_FOLDER ? { folder: BROWSER_FOLDER } : {}),
});

import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

/** The static client: two pages, whose scripts and styles have their hashes as names. */
export default defineConfig({
  root: import.meta.dirname,
  appType: "mpa",
  plugins: [tailwindcss()],
  oxc: { jsx: { runtime: "automatic" } },
  build: {
    target: "es2023",
    emptyOutDir: true,
    // The content security policy permits no inline script, and fonts and workers from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ["web/index.html", "web/docs.html"],
      onLog: (level, log, handle) => {
        // A mark for servers, which has no meaning in a browser.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
});

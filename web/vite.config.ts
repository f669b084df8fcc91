import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

/** What most pages use. The page at /docs takes the session alone. */
const SHARED =
  /\/web\/(ui|shell|service\/(?!session)|words\/(?!(de|fr|es)\/))|\/sdk\/typescript\/|\/lucide-react\//;

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
      output: {
        // Few files: libraries, which seldom change, and what pages share. Each page is one more.
        codeSplitting: {
          groups: [
            { name: "libraries", test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// },
            { name: "shared", test: SHARED, minShareCount: 2 },
          ],
        },
      },
      onLog: (level, log, handle) => {
        // A mark for servers, which has no meaning in a browser.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
});

import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

const OWN = `${import.meta.dirname.replaceAll("\\", "/")}/`;
/** What only some use: the verifier of evidence, and languages other than English. */
const APART = /^(evidence|words\/(de|fr|es))\//;

/** Whether a file may be loaded with what other pages use. */
function isShared(path: string): boolean {
  if (path.startsWith(OWN)) return !APART.test(path.slice(OWN.length));
  return /\/sdk\/typescript\/|\/node_modules\/lucide-react\//.test(path);
}

/** The static client: three pages, whose scripts and styles have their hashes as names. */
export default defineConfig({
  root: import.meta.dirname,
  appType: "mpa",
  plugins: [tailwindcss()],
  oxc: { jsx: { runtime: "automatic" } },
  // A worker that loads a grammar when it is needed.
  worker: { format: "es" },
  build: {
    target: "es2023",
    emptyOutDir: true,
    // The content security policy permits no inline script, and fonts and workers from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ["web/index.html", "web/docs.html", "web/shared.html"],
      output: {
        // Few files: libraries, which seldom change, and what pages share. Each page is one more.
        codeSplitting: {
          groups: [
            { name: "libraries", test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// },
            // The page at /docs takes it alone.
            { name: "session", test: /\/service\/session\.ts$/, priority: 1 },
            { name: "shared", test: isShared, minShareCount: 2 },
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

import { htmlPage } from "#core/factory/stacks/html-page.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** Files from which drafts of this stack start; a draft writes them again with its own content. */
export const STARTER: readonly SourceFile[] = [
  {
    path: "public/index.html",
    content: htmlPage({
      title: "Title",
      head: ['<link rel="stylesheet" href="styles.css">', '<script type="module" src="app.js"></script>'],
      body: ["<main><h1>Title</h1></main>"],
    }),
  },
  {
    path: "public/styles.css",
    content: `:root {
  color-scheme: light dark;
  --background: light-dark(#fafafa, #141416);
  --surface: light-dark(#ffffff, #1e1e22);
  --text: light-dark(#1a1a1e, #f0f0f2);
  --muted: light-dark(#5c5c66, #a8a8b3);
  --accent: light-dark(#1d4ed8, #8ab4ff);
  --on-accent: light-dark(#ffffff, #10131a);
  --danger: light-dark(#b42318, #ff9a8f);
  --border: light-dark(#d4d4da, #3a3a42);
}
body { margin: 0; background: var(--background); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`,
  },
];

import type { SourceFile } from "#core/kernel/files.ts";

/** Files from which drafts of this stack start; a draft writes them again with its own content. */
export const STARTER: readonly SourceFile[] = [
  {
    path: "package.json",
    content: `{
  "name": "app",
  "private": true,
  "type": "module",
  "scripts": { "test": "node --test" }
}
`,
  },
  {
    path: "api/hello.js",
    content: `import { greeting } from "../lib/greeting.js";

export default function handler(request, response) {
  if (request.method !== "GET") {
    response.status(405).json({ error: "Only GET is supported." });
    return;
  }
  response.status(200).json({ greeting: greeting(String(request.query.name ?? "")) });
}
`,
  },
  {
    path: "lib/greeting.js",
    content: `/** A greeting; the name is optional. */
export const greeting = (name) => (name === "" ? "Hello" : \`Hello, \${name.slice(0, 60)}\`);
`,
  },
];

import { htmlPage } from "#core/factory/stacks/html-page.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { VITE_REACT } from "./vite-react.ts";

const { packages, scripts } = VITE_REACT.repairs;
const RUNTIME = ["react", "react-dom"];
const pick = (isRuntime: boolean) =>
  Object.fromEntries(Object.entries(packages).filter(([name]) => RUNTIME.includes(name) === isRuntime));

/** Files from which drafts of this stack start; a draft writes them again with its own content. */
export const STARTER: readonly SourceFile[] = [
  {
    path: "package.json",
    content: `${JSON.stringify(
      {
        name: "app",
        private: true,
        type: "module",
        scripts,
        dependencies: pick(true),
        devDependencies: pick(false),
      },
      null,
      2,
    )}\n`,
  },
  {
    path: "tsconfig.json",
    content: `{
  "compilerOptions": {
    "target": "ES2022",
    "module": "ESNext",
    "moduleResolution": "bundler",
    "lib": ["ES2022", "DOM", "DOM.Iterable"],
    "jsx": "react-jsx",
    "strict": true,
    "noEmit": true,
    "skipLibCheck": true
  },
  "include": ["src"]
}
`,
  },
  {
    path: "index.html",
    content: htmlPage({
      title: "Title",
      body: ['<div id="root"></div>', '<script type="module" src="/src/main.tsx"></script>'],
    }),
  },
  {
    path: "src/main.tsx",
    content: `import { createRoot } from "react-dom/client";
import { App } from "./App";

createRoot(document.getElementById("root") as HTMLElement).render(<App />);
`,
  },
  {
    path: "src/App.tsx",
    content: `export function App() {
  return <main><h1>Title</h1></main>;
}
`,
  },
];

import type { Stack } from "#core/factory/stacks/stack.ts";
import { VITEST } from "./audit.ts";
import { PROMPT } from "./prompt.ts";

/** A single-page app that Vite builds from TypeScript. */
export const VITE_REACT: Stack<"vite-react"> = {
  name: "vite-react",
  title: "Vite, React and TypeScript",
  tier: "small",
  build: [
    ["{node}", "node_modules/typescript/bin/tsc", "--noEmit"],
    ["{node}", "node_modules/vite/bin/vite.js", "build"],
  ],
  audit: VITEST,
  output: { static_folder: "dist", single_page: true },
  imports: "bundled",
  repairs: {
    packages: {
      react: "19.3.1",
      "react-dom": "19.3.1",
      vite: "8.3.8",
      vitest: "5.1.1",
      typescript: "5.9.3",
      "@types/react": "19.3.0",
      "@types/react-dom": "19.3.0",
    },
    scripts: { test: VITEST.command, build: "vite build", dev: "vite" },
  },
  prompt: PROMPT,
  phrases: ["react", "reactjs", "typescript", "vite", "tsx", "react and typescript", "react with typescript"],
};

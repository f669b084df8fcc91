import type { StackPrompt } from "#core/factory/stacks/stack.ts";

export const PROMPT: StackPrompt = {
  consultant: "when the person asks for React or TypeScript or the interface is rich",
  architect:
    'index.html, src/, package.json with exact versions of react, react-dom, vite, vitest and typescript, tsconfig.json; "tsc --noEmit" and "vite build" must pass; audit_command is "vitest run", with Vitest 4 or newer. Tests run with fixed settings, whatever vite.config says: environment jsdom if package.json lists it, else happy-dom if listed, else node; globals on; "@/" means src/; no plugins, no .env, no setupFiles, so each test file imports what it needs ("@testing-library/jest-dom/vitest"). "vite build" writes to dist/ only.',
  healer:
    "Vitest runs with fixed settings and without the app's vite.config, .env and setupFiles; the first line of its output names them. A test file imports what it needs by itself.",
};

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { SourceFile } from "#core/kernel/files.ts";
import { installViteApp, type ViteApp } from "#test/builder/vite-app.ts";

let app: ViteApp;
beforeAll(async () => {
  app = await installViteApp({
    "@testing-library/jest-dom": "^6.0.0",
    "@testing-library/react": "^16.0.0",
    "@testing-library/dom": "^10.0.0",
    "@vitejs/plugin-react": "^6.0.0",
    jsdom: "^29.0.0",
  });
});
afterAll(() => app.close());

const COUNTER: SourceFile[] = [
  {
    path: "vite.config.js",
    content: `import react from "@vitejs/plugin-react"; import { defineConfig } from "vite";
      export default defineConfig({ plugins: [react()], test: { environment: "jsdom", globals: true } });`,
  },
  {
    path: "src/Counter.tsx",
    content: `import { useState } from "react"; import styles from "./Counter.module.css";
      export default function Counter() {
        const [count, setCount] = useState(0);
        return <button className={styles.count} onClick={() => setCount(count + 1)}>Clicked {count} times</button>;
      }`,
  },
  { path: "src/Counter.module.css", content: ".count { color: teal; }\n" },
  {
    path: "src/css.d.ts",
    content: 'declare module "*.module.css" { const names: any; export default names; }\n',
  },
];
const tested = (path: string, head: string): SourceFile => ({
  path,
  content: `${head}
    import { fireEvent, render, screen } from "@testing-library/react";
    import { expect, test } from "vitest";
    import Counter from "@/Counter";
    for (const name of ["counts", "starts again in each test"]) test(name, () => {
      render(<Counter />);
      fireEvent.click(screen.getByRole("button"));
      expect(screen.getByRole("button")).toHaveTextContent("Clicked 1 times");
    });`,
});

describe("a Vite app with tests of its components", () => {
  it("is audited with jsdom, and test files import what they need", async () => {
    const test = tested("src/Counter.test.tsx", 'import "@testing-library/jest-dom/vitest";');
    const { result } = await app.buildWith([...COUNTER, test]);
    expect(result).toMatchObject({ verdict: "passed", reason: "Build and audit passed." });
  });

  it("has the reason in the failed file's output why a set-up file had no effect", async () => {
    const files = [
      { path: "src/matchers.d.ts", content: 'import "@testing-library/jest-dom/vitest";\n' },
      { path: "src/setup.js", content: 'import "@testing-library/jest-dom/vitest";\n' },
      { path: "vite.config.js", content: 'export default { test: { setupFiles: ["./src/setup.js"] } };\n' },
    ];
    const own = COUNTER.filter(({ path }) => path !== "vite.config.js");
    const { result } = await app.buildWith([...own, ...files, tested("src/Counter.test.tsx", "")]);
    expect(result).toMatchObject({ verdict: "code", reason: "src/Counter.test.tsx: 2 of 2 tests failed." });
    expect(result.steps.find(({ tests }) => tests?.failed)?.stderr.head).toMatch(
      /^The audit's own settings: environment jsdom, .* set-up files of the app are not used\.\n/,
    );
  });
});

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDependencyInstaller } from "#adapters/dependencies/installer.ts";
import { createBwrapExecutor } from "#builder/sandboxes/bwrap.ts";
import type { BuildJob } from "#core/factory/build/job.ts";
import { DEFAULT_LIMITS } from "#core/factory/build/limits.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { secondsWithin } from "#test/support/limits.ts";
import { build } from "./build.ts";
import { makeJob } from "./jobs.ts";
import { startStorage } from "./storage.ts";

/** Of the app that is installed: what replaces it must name the same packages. */
export const PACKAGE = {
  name: "counter",
  private: true,
  type: "module",
  dependencies: { react: "^19.0.0", "react-dom": "^19.0.0" },
  devDependencies: {
    "@types/react": "^19.0.0",
    "@types/react-dom": "^19.0.0",
    typescript: "^5.9.0",
    vite: "^8.0.0",
    vitest: "^5.0.0",
  },
};

const APP: SourceFile[] = [
  { path: "package.json", content: JSON.stringify(PACKAGE) },
  {
    path: "tsconfig.json",
    content: JSON.stringify({
      compilerOptions: {
        target: "ES2022",
        lib: ["ES2022", "DOM"],
        module: "ESNext",
        moduleResolution: "bundler",
        jsx: "react-jsx",
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: [],
        paths: { "@/*": ["./src/*"] },
        incremental: true,
      },
      include: ["src"],
    }),
  },
  {
    path: "index.html",
    content: '<div id="root"></div><script type="module" src="/src/main.tsx"></script>\n',
  },
  {
    path: "src/main.tsx",
    content:
      'import { createRoot } from "react-dom/client";\nimport { add } from "./add";\ncreateRoot(document.getElementById("root") as HTMLElement).render(<p>{add(1, 2)}</p>);\n',
  },
  { path: "src/add.ts", content: "export const add = (a: number, b: number): number => a + b;\n" },
  {
    path: "src/add.test.ts",
    content:
      'import { expect, it } from "vitest";\nimport { add } from "./add";\nit("adds", () => expect(add(1, 2)).toBe(3));\n',
  },
];

export interface ViteApp {
  /** Builds the app with these files beside or instead of its own. */
  buildWith(files: readonly SourceFile[], changes?: Partial<BuildJob>): ReturnType<typeof build>;
  close(): Promise<void>;
}

/** Installs real packages once, these beside the app's own, for many builds of one small app. */
export async function installViteApp(more: Readonly<Record<string, string>> = {}): Promise<ViteApp> {
  const packageJson = JSON.stringify({
    ...PACKAGE,
    devDependencies: { ...PACKAGE.devDependencies, ...more },
  });
  const storage = await startStorage();
  const cacheDir = mkdtempSync(join(tmpdir(), "gantry-npm-"));
  const registry = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
  const dependencies = createDependencyInstaller({
    registry,
    cacheDir,
    network: process.env,
    limits: { seconds: secondsWithin(300) },
  });
  const bytes = (await dependencies.provide(packageJson, async () => false))!.archive!;
  storage.objects.set("layer", Buffer.from(bytes));
  const layer = {
    url: `${storage.url}/layer`,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    size: bytes.length,
  };
  return {
    buildWith(files, changes = {}) {
      const app = APP.map((file) =>
        file.path === "package.json" ? { ...file, content: packageJson } : file,
      );
      const own = app.filter(({ path }) => !files.some((file) => file.path === path));
      const job = makeJob(storage.url, {
        stack: "vite-react",
        files: [...own, ...files],
        audit_command: "vitest run",
        layer,
        limits: { ...DEFAULT_LIMITS, cpu_cores: 2 },
        ...changes,
      });
      return build(job, createBwrapExecutor());
    },
    async close() {
      await storage.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createDependencyInstaller } from "#adapters/dependencies.ts";
import { createBwrapExecutor } from "#builder/executors/bwrap.ts";
import type { SourceFile } from "#core/files.ts";
import { build } from "./build.ts";
import { makeJob } from "./jobs.ts";
import { type Storage, startStorage } from "./storage.ts";

const PACKAGE = {
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

let storage: Storage;
let cacheDir: string;
beforeAll(async () => {
  storage = await startStorage();
  cacheDir = mkdtempSync(join(tmpdir(), "gantry-npm-"));
});
afterAll(async () => {
  await storage.close();
  rmSync(cacheDir, { recursive: true, force: true });
});

describe("a Vite app with real packages", () => {
  it("is resolved, packed, built and audited offline", async () => {
    const registry = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
    const dependencies = createDependencyInstaller({ registry, cacheDir });
    const packageJson = JSON.stringify(PACKAGE);
    const resolved = await dependencies.resolve(packageJson);
    const layer = await dependencies.pack(packageJson, resolved!.lockfile);
    storage.objects.set("layer", Buffer.from(layer));
    const job = makeJob(storage.url, {
      stack: "vite-react",
      files: APP,
      audit_command: "vitest run",
      layer: {
        url: `${storage.url}/layer`,
        sha256: createHash("sha256").update(layer).digest("hex"),
        size: layer.length,
      },
    });
    const { result, files } = await build(job, createBwrapExecutor());
    expect(result).toMatchObject({ verdict: "passed" });
    expect(result.steps.map((step) => step.name)).toEqual(["build", "build", "audit"]);
    expect(files.map((file) => file.path)).toEqual([
      "config.json",
      expect.stringMatching(/^static\/assets\/index-.*\.js$/),
      "static/index.html",
    ]);
    expect(JSON.parse(`${Buffer.from(files[0]!.bytes)}`)).toEqual({
      version: 3,
      routes: [{ handle: "filesystem" }, { src: "/(.*)", dest: "/index.html" }],
    });
  }, 90_000);
});

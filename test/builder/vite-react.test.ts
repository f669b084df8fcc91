import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createDependencyInstaller } from "#adapters/dependencies.ts";
import { createBwrapExecutor } from "#builder/executors/bwrap.ts";
import type { BuildJob } from "#core/build/job.ts";
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

/** Node's types are not among the packages. */
const UNTYPED: SourceFile = { path: "src/node.d.ts", content: 'declare module "node:fs";\n' };

let storage: Storage;
let cacheDir: string;
let layer: BuildJob["layer"];
beforeAll(async () => {
  storage = await startStorage();
  cacheDir = mkdtempSync(join(tmpdir(), "gantry-npm-"));
  const registry = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
  const dependencies = createDependencyInstaller({ registry, cacheDir });
  const packageJson = JSON.stringify(PACKAGE);
  const resolved = await dependencies.resolve(packageJson);
  const bytes = await dependencies.pack(packageJson, resolved!.lockfile);
  storage.objects.set("layer", Buffer.from(bytes));
  layer = {
    url: `${storage.url}/layer`,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    size: bytes.length,
  };
}, 90_000);
afterAll(async () => {
  await storage.close();
  rmSync(cacheDir, { recursive: true, force: true });
});

/** Builds the app with these files beside or instead of its own. */
function buildWith(files: readonly SourceFile[], changes: Partial<BuildJob> = {}) {
  const own = APP.filter(({ path }) => !files.some((file) => file.path === path));
  const job = makeJob(storage.url, {
    stack: "vite-react",
    files: [...own, ...files],
    audit_command: "vitest run",
    layer,
    ...changes,
  });
  return build(job, createBwrapExecutor());
}

describe("a Vite app with real packages", () => {
  it("is built and audited offline", async () => {
    const { result, files } = await buildWith([]);
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
    expect(result.output_trees).toEqual({
      before_audit: result.output?.sha256,
      after_audit: result.output?.sha256,
    });
  }, 90_000);

  it("does not go live with a page that a test wrote into its output", async () => {
    const content = `import { it } from "vitest"; import { writeFileSync } from "node:fs";
      it("writes", () => writeFileSync("dist/index.html", "<h1>Other</h1>"));`;
    const { result, files } = await buildWith([{ path: "src/write.test.ts", content }, UNTYPED]);
    expect(result).toMatchObject({ verdict: "code", output: null });
    expect(files).toEqual([]);
  }, 90_000);

  it("does not go live with a page of its build that the policy forbids", async () => {
    const content = `export default { plugins: [{ name: "page", generateBundle() {
      this.emitFile({ type: "asset", fileName: "page.html", source: "<script src=//evil.example></script>" });
    } }] };`;
    const patterns = [
      { id: "script", pattern: "<script src=//", paths: "\\.html$", reason: "Own scripts only." },
    ];
    const { result } = await buildWith([{ path: "vite.config.js", content }], { patterns });
    expect(result).toMatchObject({
      verdict: "code",
      reason: "The output breaks the policy: dist/page.html: Own scripts only.",
      output: null,
    });
  }, 90_000);
});

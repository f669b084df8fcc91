import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { BLUEPRINTS } from "#local/brain/catalogue.ts";
import { draft } from "#local/brain/roles/architect.ts";
import { installViteApp, type ViteApp } from "#test/builder/vite-app.ts";
import { planFor } from "#test/local/brain/plan-for.ts";

const blueprints = BLUEPRINTS.filter(({ stack }) => stack === "vite-react");

let app: ViteApp;
beforeAll(async () => {
  app = await installViteApp();
});
afterAll(() => app.close());

describe("a Vite app with real packages", () => {
  it("is built and audited offline", async () => {
    const { result, files } = await app.buildWith([]);
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
  });

  it("is tested with the audit's settings, whatever its own are", async () => {
    const content = `import { add } from "@/add";
      import "./look.css";
      declare const test: any, expect: any;
      test("globals, the alias, styles and JSX", () => {
        expect(add(1, 2)).toBe(3);
        expect((<p>hi</p>).type).toBe("p");
        expect(typeof document).toBe("undefined");
      });`;
    const { result, log } = await app.buildWith([
      { path: "src/settings.test.tsx", content },
      { path: "src/look.css", content: "p { color: teal; }\n" },
      { path: "src/css.d.ts", content: 'declare module "*.css";\n' },
      {
        path: "vite.config.js",
        content:
          'export default { test: { globals: false, environment: "edge-runtime", setupFiles: ["./missing.js"] } };\n',
      },
    ]);
    expect(result).toMatchObject({ verdict: "passed" });
    expect(log).toContain("The audit's own settings: environment node, globals, '@/' for src/.");
  });

  it.each(blueprints.map((blueprint) => [blueprint.kind, blueprint] as const))(
    "passes as the blueprint %s with every feature",
    async (_, blueprint) => {
      const plan = planFor(
        blueprint,
        blueprint.features.map(({ id }) => id),
      );
      const { files, audit_command } = draft({ plan });
      const { result } = await app.buildWith(files, { audit_command });
      expect(result).toMatchObject({ verdict: "passed", reason: "Build and audit passed." });
    },
  );

  it("has for its tests the time limit of a command", async () => {
    const slow = `import { expect, it } from "vitest";
      it("waits", async () => {
        await new Promise<void>((resolve) => setTimeout(resolve, 5500));
        expect(1).toBe(1);
      });`;
    const { result } = await app.buildWith([{ path: "src/slow.test.ts", content: slow }]);
    expect(result).toMatchObject({ verdict: "passed" });
  });
});

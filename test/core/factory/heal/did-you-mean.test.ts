import { describe, expect, it } from "@jest/globals";
import { declaredDependencies } from "#core/factory/dependencies/declared.ts";
import { didYouMean, withLikelyPackages } from "#core/factory/heal/did-you-mean.ts";
import { STACKS, stackOf } from "#core/factory/stacks/stacks.ts";
import { installLayer } from "#core/factory/steps/install.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { inspected, missionWorld, runUntil } from "#test/core/factory/steps/mission-run.ts";
import { MANIFEST, MISSION, PLAN, redResult } from "#test/support/samples.ts";

const REACT = stackOf("vite-react");
const reasonFor = (output: string) => withLikelyPackages("It failed.", output, REACT);

describe("an unknown package that resembles one of the stack", () => {
  it.each([
    ["Cannot find package 'raect' imported from /app/src/a.ts", "react"],
    ["error TS2307: Cannot find module 'reactt' or its corresponding type declarations.", "react"],
    ["Cannot find module 'reactdom/client'", "react-dom"],
    ['Failed to resolve import "@type/react" from "src/App.tsx"', "@types/react"],
    ["The registry has no package 'typescritp'.", "typescript"],
    ["The registry has no package 'raect@1.0.0'.", "react"],
    ["The registry has no package '@types/raect@19.3.0'.", "@types/react"],
  ])("is followed by a question: %s", (output, name) => {
    expect(reasonFor(output)).toBe(`It failed. Did you mean ${name}?`);
  });

  it.each([
    ["is another package", "Cannot find package 'lodash'"],
    ["is a known one", "Cannot find package 'react'"],
    ["is a file", "Cannot find module './raect.js'"],
    ["belongs to Node", "Cannot find module 'node:raect'"],
    ["is too short to tell", "Cannot find package 'vit'"],
    ["is not missing", "raect"],
  ])("is not when it %s", (_, output) => {
    expect(reasonFor(output)).toBe("It failed.");
  });

  it("is named once, whatever the output repeats", () => {
    expect(didYouMean(["raect", "reactt", "vitets"], Object.keys(REACT.repairs.packages))).toBe(
      " Did you mean react and vitest?",
    );
  });

  it("is none of the stack's own", () => {
    for (const { repairs } of STACKS) {
      const names = Object.keys(repairs.packages);
      expect(didYouMean(names, names)).toBe("");
    }
  });

  it("is named to the person and the healer after a build", async () => {
    const world = await missionWorld(
      { models: { architect: () => DRAFT } },
      { ...PLAN, stack: "vite-react" },
    );
    await runUntil(world, "inspect");
    const { reason } = await inspected(world, redResult(1, "Cannot find package 'raect'"));
    expect(reason).toMatch(/ Did you mean react\?$/);
  });

  it("is named when the registry refuses it", async () => {
    const packages = { path: "package.json", content: JSON.stringify({ dependencies: { raect: "1.0.0" } }) };
    const world = await missionWorld(
      { models: { architect: () => ({ ...DRAFT, files: [...DRAFT.files, packages] }) } },
      { ...PLAN, stack: "vite-react" },
    );
    Object.assign(world.dependencies, {
      provide: async (text: string) => {
        const [name] = Object.keys(declaredDependencies(text)?.dependencies ?? {});
        throw new GantryError("DependencyRefused", `The registry has no package '${name}@1.0.0'.`);
      },
    });
    await runUntil(world, "install");
    expect(await installLayer(world, { ...MISSION, attempt: 1 })).toMatchObject({
      refused: true,
      reason: "The registry has no package 'raect@1.0.0'. Did you mean react?",
    });
  });
});

const DRAFT = { ...MANIFEST, stack: "vite-react", audit_command: "vitest run" };

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { performStep } from "#adapters/browser/perform-step.ts";
import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { button, click, fill, reload, see } from "#local/brain/blueprints/steps.ts";
import { TASK_MANAGER_REACT } from "#local/brain/blueprints/task-manager-react/blueprint.ts";
import { draft } from "#local/brain/roles/architect.ts";
import { installViteApp } from "#test/builder/vite-app.ts";
import { type Visit, visit } from "#test/e2e/support/visit.ts";
import { planFor } from "#test/local/brain/plan-for.ts";
import { performAll } from "#test/slow/generate/perform-all.ts";
import { serve } from "#test/slow/generate/serve.ts";
import { within } from "#test/support/limits.ts";

const blueprint = TASK_MANAGER_REACT;
const manifest = draft({
  plan: planFor(
    blueprint,
    blueprint.features.map(({ id }) => id),
  ),
});
const TITLE = { css: "dialog[open] [name=title]" };
const TAGS = { css: "dialog[open] [name=tags]" };
const SHOWN = { css: ".task-title" };
const add = (title: string) => [fill("New task", title), click(button("Add task")), see(title, SHOWN)];

/** The app as the builder builds it, under the paths of a static app. */
async function built(): Promise<SourceFile[]> {
  const vite = await installViteApp();
  try {
    const { result, files } = await vite.buildWith(manifest.files, { audit_command: manifest.audit_command });
    expect(result).toMatchObject({ verdict: "passed" });
    return files.map(({ path, bytes }) => ({
      path: path.replace(/^static\//, "public/"),
      content: Buffer.from(bytes).toString(),
    }));
  } finally {
    await vite.close();
  }
}

describe("the task manager in React", () => {
  let files: SourceFile[];
  let app: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    files = await built();
    app = await serve(files);
  });
  afterAll(() => app?.close());
  const perform = async (page: Page, ...steps: AcceptanceStep[]) => {
    for (const step of steps) await performStep(page, app.origin, step, within(20));
  };

  it("keeps what it promises", async () => {
    const { results } = await performAll(files, manifest.acceptance);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results).toHaveLength(manifest.acceptance.length);
  });

  it("keeps what two tabs change of one task, and tells the one that took the place of the other", async () => {
    const home: Visit = await visit(app.origin);
    try {
      const other = await home.page.context().newPage();
      await other.goto(app.origin);
      await perform(home.page, ...add("Milk"));
      await perform(other, see("Milk", SHOWN), click(button("Edit: Milk")));
      await perform(home.page, click(button("Edit: Milk")));
      await perform(home.page, { do: "fill", target: TITLE, value: "Oat milk" }, click(button("Save")));
      await perform(other, { do: "fill", target: TAGS, value: "shop" }, click(button("Save")));
      for (const page of [home.page, other]) await perform(page, see("Oat milk", SHOWN), see("#shop"));

      await perform(other, click(button("Edit: Oat milk")));
      await perform(home.page, click(button("Edit: Oat milk")));
      await perform(home.page, { do: "fill", target: TITLE, value: "Soy milk" }, click(button("Save")));
      await perform(other, { do: "fill", target: TITLE, value: "Rice milk" }, click(button("Save")));
      await perform(other, see("“Soy milk”", { css: ".notice" }));
      for (const page of [home.page, other]) await perform(page, see("Rice milk", SHOWN));
      expect(await home.page.locator(".notice").count()).toBe(0);
      await perform(other, click({ css: "#forget-replaced" }), { do: "not_see", text: "Soy milk" });
      await perform(home.page, click(button("Delete: Rice milk")));
      await perform(other, see("A clear desk"));
      await perform(home.page, click(button("Undo")));
      for (const page of [home.page, other]) await perform(page, see("Rice milk", SHOWN), see("#shop"));
      expect([...home.errors]).toEqual([]);
    } finally {
      await home.close();
    }
  });

  it("takes over the tasks that an earlier version kept as a text, and offers what cannot be read", async () => {
    const home: Visit = await visit(app.origin);
    const key = `${manifest.project_name}.tasks`;
    const keep = (text: string) =>
      home.page.evaluate(`localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(text)})`);
    const kept = () => home.page.evaluate<string[]>("Object.keys(localStorage).sort()");
    try {
      await keep(
        JSON.stringify({
          version: 1,
          tasks: [{ id: "1", title: "Renew passport", done: false, due: "2020-01-15", priority: "high" }],
        }),
      );
      await perform(home.page, reload, see("Renew passport", SHOWN), see("Overdue"), see("High priority"));
      expect(await kept()).toEqual([]);
      await keep("{oops");
      await perform(home.page, reload, see("could not be read", { css: ".notice" }), see("Renew passport"));
      expect(await kept()).toEqual([`${key}.unreadable-1`]);
      await perform(home.page, reload, see("could not be read", { css: ".notice" }));
      expect([...home.errors]).toEqual([]);
    } finally {
      await home.close();
    }
  });
});

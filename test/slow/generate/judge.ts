import { performStep } from "#adapters/browser/perform-step.ts";
import type { Acceptance } from "#core/factory/acceptance.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { visit } from "#test/e2e/support/visit.ts";
import { within } from "#test/support/limits.ts";
import { serve } from "./serve.ts";

/** A browser that judges whether apps keep their promises. */
export interface Judge {
  /** Whether the app of these files keeps a promise in a new profile, with so many seconds for each step. */
  keeps(promise: Acceptance, files: readonly SourceFile[], seconds: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Serves `files` at first, so that the browser has something to open. */
export async function startJudge(files: readonly SourceFile[]): Promise<Judge> {
  const app = await serve(files);
  const home = await visit(app.origin);
  return {
    async keeps({ steps }, by, seconds) {
      app.replace(by);
      const context = await home.page.context().browser()?.newContext({ serviceWorkers: "block" });
      if (!context) throw new TypeError("no browser");
      try {
        const page = await context.newPage();
        for (const step of steps) await performStep(page, app.origin, step, within(seconds));
        return true;
      } catch {
        return false;
      } finally {
        await context.close();
      }
    },
    async close() {
      await home.close();
      app.close();
    },
  };
}

/** The files with `code` of one of them replaced by `wrong`. */
export function broken(
  files: readonly SourceFile[],
  path: string,
  code: string,
  wrong: string,
): SourceFile[] {
  if (!files.some((file) => file.path === path && file.content.includes(code)))
    throw new TypeError(`${path} does not contain ${code}`);
  return files.map((file) =>
    file.path === path ? { ...file, content: file.content.replace(code, () => wrong) } : file,
  );
}

import { applyEdits, type Edit } from "#core/factory/heal/edits.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { openMission } from "#core/factory/steps/context.ts";
import { healByModels } from "#core/factory/steps/heal-by-models.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { DEFAULT_MODELS } from "#core/model/defaults.ts";
import { estimateUsage } from "#core/model/estimate.ts";
import { reply } from "#test/support/memory-converser.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { runNodeTests } from "#test/support/run-node-tests.ts";
import { createMission, MANIFEST, MISSION, PLAN, redResult } from "#test/support/samples.ts";
import type { SeededFault } from "#test/support/seeded-faults.ts";

/** What the repair of a fault by a model takes. */
interface Scripted {
  /** Input and output tokens, estimated from the bytes of the request and the answer. */
  readonly tokens: number;
  readonly micro_usd: number;
  readonly files: readonly SourceFile[];
}

/**
 * Repairs a seeded fault with a scripted model that restores the good app by edits. Everything but the model's answer is
 * the product's: the request with its excerpts, the rules for drafts and the price. A real model needs at least as much.
 */
export async function healByScript(fault: SeededFault): Promise<Scripted> {
  const answer = { repaired: true, reason: "Restored.", ...restoring(fault) };
  const bytes = Buffer.byteLength(JSON.stringify(answer));
  const world = memoryWorld({
    models: { healer: (request) => reply(answer, { usage: estimateUsage(request, bytes) }) },
  });
  await createMission(world, { plan: { ...PLAN, stack: fault.app } });
  const opened = await openMission(world, MISSION);
  opened.enter("HEALING", 1);
  const { manifest, calls } = await healByModels(
    { ...world, models: { ...world.models, healer_small: DEFAULT_MODELS.small } },
    {
      opened,
      manifest: manifestOf(fault),
      steps: redResult(1, fault.output ?? (await runNodeTests(fault.files)).output).steps,
      browser: null,
      screenshot: null,
      failure: { attempt: 1, source: "build", reason: "The audit failed with exit code 1." },
    },
  );
  return {
    tokens: calls.reduce((sum, { input_tokens, output_tokens }) => sum + input_tokens + output_tokens, 0),
    micro_usd: calls.reduce((sum, { cost_micro_usd }) => sum + cost_micro_usd, 0),
    files: manifest.files,
  };
}

const manifestOf = ({ app, files }: SeededFault): Manifest => ({
  ...MANIFEST,
  stack: app,
  audit_command: stackOf(app).audit.command,
  files: [...files],
});

/** The changes that restore the good app: an edit per file that differs, new files, and those to delete. */
function restoring({ files, good }: SeededFault) {
  const had = new Map(files.map(({ path, content }) => [path, content]));
  const differing = good.filter(({ path, content }) => had.has(path) && had.get(path) !== content);
  const edits = differing.map((file) => editFor(file.path, had.get(file.path) ?? "", file.content));
  return {
    edits: edits.filter((edit) => edit !== null),
    files: [
      ...good.filter(({ path }) => !had.has(path)),
      ...differing.filter((_, index) => edits[index] === null),
    ],
    deleted: files.map(({ path }) => path).filter((path) => !good.some((file) => file.path === path)),
  };
}

/** One edit of the lines between the first and the last that differ, with as many around them as make it match once. */
function editFor(path: string, before: string, after: string): Edit | null {
  const [had, has] = [before.split("\n"), after.split("\n")];
  const start = had.findIndex((line, index) => line !== has[index]);
  let same = 0;
  while (same < Math.min(had.length, has.length) - start && had.at(-1 - same) === has.at(-1 - same)) same++;
  for (let around = 1; around < had.length; around++) {
    const [from, end] = [Math.max(0, start - around), Math.max(0, same - around)];
    const lines = (text: readonly string[]) => text.slice(from, text.length - end).join("\n");
    const edit = { path, search: lines(had), replace: lines(has) };
    const { files, faults } = applyEdits([{ path, content: before }], [edit]);
    if (faults.length === 0 && files[0]?.content === after) return edit;
  }
  return null;
}

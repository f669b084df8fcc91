import { isDeepStrictEqual } from "node:util";
import { readTests, testFiles } from "#core/factory/draft/test-code.ts";
import { repair } from "#core/factory/heal/repair.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { runNodeTests } from "#test/support/run-node-tests.ts";
import type { SeededFault } from "#test/support/seeded-faults.ts";

/** Attempts of a mission. */
const ATTEMPTS = 3;

export interface Judged {
  /** `left`: nothing was changed and nothing should be. `missed`: no rule repaired what one should. */
  readonly outcome: "repaired" | "left" | "missed" | "wrong";
  /** Why a repair is wrong. */
  readonly why: string | null;
  /** Repairs that it took, each followed by a build. */
  readonly attempts: number;
  readonly rules: readonly string[];
}

/** Repairs a seeded fault by rule, with `node --test` before and after each repair, unless its output is recorded. */
export async function judgeRepair(fault: SeededFault): Promise<Judged> {
  let files = fault.files;
  const rules: string[] = [];
  let attempts = 0;
  let passed = false;
  while (attempts < ATTEMPTS && !passed) {
    const output = fault.output ?? (await outputOf(files, attempts === 0));
    const fixed = repair(files, { steps: [], reason: output, stack: fault.app });
    if (!fixed) break;
    attempts++;
    files = fixed.files;
    rules.push(...fixed.fixes.map(({ rule }) => rule));
    passed = fault.output === undefined ? (await runNodeTests(files)).passed : true;
  }
  const why = attempts === 0 ? null : await wrongness(fault, files);
  if (why !== null) return { outcome: "wrong", why, attempts, rules };
  if (attempts > 0) return { outcome: "repaired", why, attempts, rules };
  return { outcome: fault.repaired === false ? "left" : "missed", why, attempts, rules };
}

async function outputOf(files: readonly SourceFile[], isFirst: boolean): Promise<string> {
  const { passed, output } = await runNodeTests(files);
  if (passed && isFirst) throw new Error("An app passes its tests with its fault.");
  return output;
}

/** Why the repaired app is not as good as the app before the fault; null if it is. */
async function wrongness(fault: SeededFault, files: readonly SourceFile[]): Promise<string | null> {
  if (fault.repaired === false) return "it changes an app that should be left alone";
  if (assertions(fault, files) < assertions(fault, fault.good)) return "it weakens a test";
  if (fault.repaired === true)
    return isDeepStrictEqual(byPath(files), byPath(fault.good)) ? null : "it is not the app before the fault";
  if ((await runNodeTests(files)).passed === false) return "the tests still fail";
  const own = new Set(testFiles({ stack: fault.app, files: [...fault.good] }).map(({ path }) => path));
  const original = [
    ...files.filter(({ path }) => !own.has(path)),
    ...fault.good.filter(({ path }) => own.has(path)),
  ];
  return (await runNodeTests(original)).passed ? null : "the tests of the app before the fault fail";
}

function assertions({ app }: SeededFault, files: readonly SourceFile[]): number {
  return testFiles({ stack: app, files: [...files] }).reduce(
    (sum, { content }) => sum + readTests(content).assertions.length,
    0,
  );
}

function byPath(files: readonly SourceFile[]): Map<string, unknown> {
  return new Map(
    files.map(({ path, content }) => [path, path.endsWith(".json") ? JSON.parse(content) : content]),
  );
}

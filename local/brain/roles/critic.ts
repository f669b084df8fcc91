import { z } from "zod";
import { acceptanceSchema } from "#core/acceptance.ts";
import { fileSchema } from "#core/files.ts";
import { planSchema } from "#core/plan/plan.ts";

export const criticInputSchema = z.object({
  plan: planSchema,
  files: z.array(fileSchema),
  acceptance: z.array(acceptanceSchema),
});
type CriticInput = z.infer<typeof criticInputSchema>;

export interface CriticAnswer {
  readonly verdict: "accept" | "reject";
  readonly notes: readonly string[];
}

const REMOTE_SCRIPT = /<script[^>]+src\s*=\s*["']?(https?:)?\/\//i;

/** Accepts only what it has checked by rule: the plan's promises are kept, there are tests, no script is remote. */
export function criticise(input: CriticInput): CriticAnswer {
  const notes = [
    ...missingPromises(input),
    ...missingTests(input),
    ...remoteScripts(input),
    ...missingFeatures(input),
  ];
  return {
    verdict: notes.length === 0 ? "accept" : "reject",
    notes: notes.slice(0, 10).map((note) => note.slice(0, 400).toWellFormed()),
  };
}

function missingPromises({ plan, acceptance }: CriticInput): string[] {
  const shown = new Set(acceptance.map(({ name }) => name));
  return plan.acceptance
    .filter((promise) => !shown.has(promise))
    .map((promise) => `No acceptance step shows the promise "${promise}".`);
}

function missingTests({ files }: CriticInput): string[] {
  const tests = files.filter(({ path }) => /\.test\.[mc]?[jt]sx?$/.test(path));
  if (tests.length === 0) return ["The draft has no tests."];
  return tests
    .filter(({ content }) => !/\b(assert|expect)\b/.test(content))
    .map(({ path }) => `${path} asserts nothing.`);
}

function remoteScripts({ files }: CriticInput): string[] {
  return files
    .filter(({ path, content }) => /\.html?$/.test(path) && REMOTE_SCRIPT.test(content))
    .map(({ path }) => `${path} loads a script from another host.`);
}

/** A feature that leaves no trace in any file was not built. */
function missingFeatures({ plan, files }: CriticInput): string[] {
  const readme = files.find(({ path }) => path === "README.md")?.content ?? "";
  return plan.features
    .filter(({ included, title }) => included && !readme.includes(title))
    .map(({ title }) => `README.md does not mention the feature "${title}".`);
}

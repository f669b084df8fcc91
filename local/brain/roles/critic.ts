import { z } from "zod";
import { acceptanceSchema } from "#core/acceptance.ts";
import { planSchema } from "#core/plan/plan.ts";

export const criticInputSchema = z.object({
  plan: planSchema,
  manifest: z.looseObject({
    files: z.array(z.looseObject({ path: z.string(), content: z.string().optional() })),
    acceptance: z.array(z.looseObject({ name: z.string() }).or(acceptanceSchema)).optional(),
  }),
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
  return { verdict: notes.length === 0 ? "accept" : "reject", notes };
}

function missingPromises({ plan, manifest }: CriticInput): string[] {
  const shown = new Set((manifest.acceptance ?? []).map(({ name }) => name));
  return plan.acceptance
    .filter((promise) => !shown.has(promise))
    .map((promise) => `No acceptance step shows the promise "${promise}".`);
}

function missingTests({ manifest }: CriticInput): string[] {
  const tests = manifest.files.filter(({ path }) => /\.test\.[mc]?[jt]sx?$/.test(path));
  if (tests.length === 0) return ["The draft has no tests."];
  return tests
    .filter(({ content }) => content !== undefined && !/\b(assert|expect)\b/.test(content))
    .map(({ path }) => `${path} asserts nothing.`);
}

function remoteScripts({ manifest }: CriticInput): string[] {
  return manifest.files
    .filter(({ path, content }) => /\.html?$/.test(path) && REMOTE_SCRIPT.test(content ?? ""))
    .map(({ path }) => `${path} loads a script from another host.`);
}

/** A feature that leaves no trace in any file was not built. */
function missingFeatures({ plan, manifest }: CriticInput): string[] {
  if (manifest.files.some(({ content }) => content === undefined)) return [];
  const readme = manifest.files.find(({ path }) => path === "README.md")?.content ?? "";
  return plan.features
    .filter(({ included, title }) => included && !readme.includes(title))
    .map(({ title }) => `README.md does not mention the feature "${title}".`);
}

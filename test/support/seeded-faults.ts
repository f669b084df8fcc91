import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { STACK_NAMES, type StackName } from "#core/factory/stacks/stacks.ts";
import type { SourceFile } from "#core/kernel/files.ts";

const FOLDER = "test/cases/heal";

const faultSchema = z.strictObject({
  name: z.string(),
  /** The good app in `apps/` that gets the fault. */
  app: z.enum(STACK_NAMES),
  /** Old paths with new ones. */
  rename: z.record(z.string(), z.string()).default({}),
  /** Replacements of text by path; each text occurs in the file. */
  change: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))).default({}),
  /** New files by path. */
  add: z.record(z.string(), z.string()).default({}),
  /** What is reported where `node --test` does not show the fault; absent when it does. */
  output: z.string().optional(),
  /**
   * `true`: a rule restores the good app: byte for byte, JSON by value. `passes`: a rule changes it in another way and the good app's
   * tests pass. `false`: no rule may change anything.
   */
  repaired: z.union([z.boolean(), z.literal("passes")]),
});

/** A good app with one fault. */
export interface SeededFault extends z.infer<typeof faultSchema> {
  /** The rule that is meant to repair it, or "beyond-rules". */
  readonly rule: string;
  readonly good: readonly SourceFile[];
  readonly files: readonly SourceFile[];
}

/** The faults of `test/cases/heal`, in the order of their rules' names. Throws for a replacement that changes nothing. */
export function seededFaults(): SeededFault[] {
  return readdirSync(`${FOLDER}/faults`)
    .sort()
    .flatMap((file) =>
      z
        .array(faultSchema)
        .parse(parse(readFileSync(`${FOLDER}/faults/${file}`, "utf8")))
        .map((fault) => {
          const good = goodApp(fault.app);
          return { ...fault, rule: file.replace(/\.yaml$/, ""), good, files: seed(good, fault) };
        }),
    );
}

function goodApp(stack: StackName): SourceFile[] {
  const files: Record<string, string> = parse(readFileSync(`${FOLDER}/apps/${stack}.yaml`, "utf8"));
  return Object.entries(files).map(([path, content]) => ({ path, content }));
}

function seed(
  good: readonly SourceFile[],
  { name, rename, change, add }: z.infer<typeof faultSchema>,
): SourceFile[] {
  const files = good.map(({ path, content }) => ({ path: rename[path] ?? path, content }));
  for (const [path, replacements] of Object.entries(change)) {
    const file = files.find((file) => file.path === path);
    for (const [from, to] of replacements) {
      if (!file?.content.includes(from)) throw new Error(`"${name}": ${path} does not contain ${from}`);
      file.content = file.content.replace(from, () => to);
    }
  }
  return [...files, ...Object.entries(add).map(([path, content]) => ({ path, content }))];
}

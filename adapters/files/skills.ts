import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { Skill, Skills } from "#core/directives/skill.ts";
import { readSkillDocument } from "#core/directives/skill-document.ts";

/** A skill as it lies in its folder: the text of its SKILL.md, and its module. */
interface SkillSource {
  readonly folder: string;
  readonly document: string;
  readonly module: unknown;
}

/** The module that contains all skills of a deployed function; the bundler writes it under this name. */
const INDEX = "index.mjs";

/**
 * Loads all skills of a folder, sorted by name: from the index that a bundle contains, otherwise from the folder of each
 * skill, so that a new one only has to be put there. Throws TypeError for a skill that is not complete.
 */
export async function loadSkills(folder: string): Promise<Skills> {
  const index = join(folder, INDEX);
  const sources: readonly SkillSource[] = existsSync(index)
    ? (await import(pathToFileURL(index).href)).default
    : await readFolder(folder);
  return new Map(sources.map(skillOf).map((skill) => [skill.name, skill]));
}

async function readFolder(folder: string): Promise<SkillSource[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      // An installed package has JavaScript.
      const code = ["execute.ts", "execute.js"].find((file) => existsSync(join(folder, name, file)));
      if (code === undefined) throw new TypeError(`skills/${name} has no execute.ts.`);
      return {
        folder: name,
        document: await readFile(join(folder, name, "SKILL.md"), "utf8"),
        module: await import(pathToFileURL(join(folder, name, code)).href),
      };
    }),
  );
}

const moduleSchema = z.object({
  input: z.custom<Skill["input"]>((value) => typeof value === "object" && value !== null && "parse" in value),
  execute: z.custom<Skill["execute"]>((value) => typeof value === "function"),
});

function skillOf({ folder, document, module }: SkillSource): Skill {
  const { success, data } = moduleSchema.safeParse(module);
  if (!success)
    throw new TypeError(`skills/${folder}/execute.ts must export input, a Zod schema, and execute.`);
  return { ...readSkillDocument(folder, document), ...data };
}

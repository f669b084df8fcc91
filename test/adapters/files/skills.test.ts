import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { loadSkills } from "#adapters/files/skills.ts";
import { skills } from "#adapters/providers/skills.ts";
import { SKILLS_FILE, SKILLS_FOLDER } from "#deployment/function-row.ts";
import { writeSkills } from "#lib/bundling/skills.ts";

const root = process.cwd();
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "gantry-skills-"));
  for (const path of ["core", "node_modules"]) symlinkSync(join(root, path), join(copy, path));
  for (const path of ["package.json", SKILLS_FOLDER])
    cpSync(join(root, path), join(copy, path), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function drop(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(copy, SKILLS_FOLDER, folder));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(copy, SKILLS_FOLDER, folder, name), content);
}

/** The first block of a language in the guide for authors of skills. */
function inGuide(language: string): string {
  const guide = readFileSync(join(root, "docs/guides/add-a-skill.md"), "utf8");
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1] ?? "";
}

/** What a process of its own loads from a folder: the tools, and what one of them returns. */
function toolsIn(folder: string): unknown {
  const program = `
    const { loadSkills } = await import("#adapters/files/skills.ts");
    const { skillTool } = await import("#core/directives/skill.ts");
    const skills = await loadSkills(${JSON.stringify(folder)});
    const tools = [...skills.values()].map(skillTool);
    const call = { tenant: "tn_1", execution: "m_1", args: { text: "one two" } };
    const found = await tools.find(({ name }) => name === "skill.word-count").execute({}, call);
    console.log(JSON.stringify({ names: tools.map(({ name }) => name), found, guide: skills.get("word-count").guide }));`;
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: root, encoding: "utf8" }),
  );
}

describe("skills", () => {
  it("are those of the repository's folder, each with a description and a guide", async () => {
    const loaded = await loadSkills(SKILLS_FOLDER);
    expect([...loaded.keys()]).toEqual(["contrast", "page-outline", "unfinished"]);
    for (const { description, guide } of loaded.values()) {
      expect(description).toMatch(/^[A-Z].+\.$/);
      expect(guide).toContain("Input:");
    }
  });

  it("load themselves: the one of the guide, put into the folder is a tool on one machine and in the bundle", async () => {
    drop("word-count", { "SKILL.md": inGuide("markdown"), "execute.ts": inGuide("ts") });
    await writeSkills(copy, join(copy, "bundle"));
    const expected = {
      names: ["skill.contrast", "skill.page-outline", "skill.unfinished", "skill.word-count"],
      found: { success: true, data: { words: 2 } },
      guide: '# word-count\n\nInput: `{ "text": "one two" }`. Data: `words`, a whole number.',
    };
    expect(toolsIn(join(copy, SKILLS_FOLDER))).toEqual(expected);
    // The bundle needs nothing beside it.
    const alone = mkdtempSync(join(tmpdir(), "gantry-skills-index-"));
    cpSync(join(copy, "bundle", SKILLS_FILE), join(alone, SKILLS_FILE));
    expect(toolsIn(alone)).toEqual(expected);
    rmSync(alone, { recursive: true });
  });

  it.each([
    [
      "without code",
      { "SKILL.md": "---\nname: broken\ndescription: Is broken.\n---\n" },
      "skills/broken has no execute.ts",
    ],
    [
      "without SKILL.md",
      { "execute.js": "export const input = { parse() {} }; export const execute = () => {};" },
      "SKILL.md",
    ],
    [
      "without an input",
      {
        "SKILL.md": "---\nname: broken\ndescription: Is broken.\n---\n",
        "execute.js": "export const execute = () => {};",
      },
      "skills/broken/execute.ts must export input",
    ],
  ])("are refused %s", async (_, files, why) => {
    const folder = mkdtempSync(join(tmpdir(), "gantry-skills-broken-"));
    mkdirSync(join(folder, "broken"));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, "broken", name), content);
    await expect(loadSkills(folder)).rejects.toThrow(why);
    rmSync(folder, { recursive: true });
  });

  it("are read once, when they are first needed", async () => {
    const load = skills.create({ SKILLS: SKILLS_FOLDER }, {}, { env: {}, clients: {} });
    expect(await load()).toBe(await load());
  });
});

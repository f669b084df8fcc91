import { z } from "zod";

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const headSchema = z.strictObject({
  name: z.string().regex(NAME, "must be in kebab-case").max(50),
  description: z.string().min(1).max(300),
});

/** What the SKILL.md of a skill states. */
export type SkillDocument = z.infer<typeof headSchema> & { readonly guide: string };

const FRONT = /^---\r?\n(?<head>[\s\S]*?)\r?\n---\r?\n(?<guide>[\s\S]*)$/;

/**
 * Reads a SKILL.md: front matter with the lines `name: …` and `description: …`, then Markdown. Throws TypeError, naming
 * the file of the skill's folder, for anything else and for a name other than that of the folder.
 */
export function readSkillDocument(folder: string, text: string): SkillDocument {
  const file = `skills/${folder}/SKILL.md`;
  const { head = "", guide = "" } = FRONT.exec(text)?.groups ?? {};
  const lines = head
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => /^(\w+):\s*(.+?)\s*$/.exec(line));
  const entries = lines.flatMap((line) => (line ? [[line[1], line[2]] as const] : []));
  const { success, data, error } = headSchema.safeParse(Object.fromEntries(entries));
  if (!success || entries.length < lines.length)
    throw new TypeError(
      `${file} must begin with front matter that has the lines "name: …" and "description: …"${
        error ? `: ${error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ")}` : ""
      }.`,
    );
  if (data.name !== folder) throw new TypeError(`${file} has the name ${data.name}: it must be ${folder}.`);
  return { ...data, guide: guide.trim() };
}

import { type HealRule, isText, withFile } from "#core/factory/heal/rule.ts";

const CONFIG = /(^|\/)(package|tsconfig[\w.-]*|vercel)\.json$/;

/** Repairs comments, trailing commas and unclosed brackets in JSON configuration files. */
export const rule: HealRule = {
  name: "broken-json",
  match: () => [],
  fix(files) {
    for (const file of files) {
      if (!isText(file) || !CONFIG.test(file.path) || parses(file.content)) continue;
      const repaired = close(dropTrailingCommas(dropComments(file.content)));
      if (!parses(repaired)) continue;
      const content = `${JSON.stringify(JSON.parse(repaired), null, 2)}\n`;
      return { files: withFile(files, file.path, content), sentence: `Repaired the JSON of ${file.path}.` };
    }
    return null;
  },
};

/** Whether the text is a JSON object, which configuration files must be. */
function parses(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

const STRING = /"(?:[^"\\\n]|\\.)*"/.source;

function dropComments(text: string): string {
  return text.replace(new RegExp(`${STRING}|//[^\\n]*|/\\*[\\s\\S]*?\\*/`, "g"), (part) =>
    part.startsWith('"') ? part : "",
  );
}

function dropTrailingCommas(text: string): string {
  return text.replace(new RegExp(`${STRING}|,(?=\\s*[}\\]]|\\s*$)`, "g"), (part) =>
    part === "," ? "" : part,
  );
}

function close(text: string): string {
  const open: string[] = [];
  for (const [part] of text.matchAll(new RegExp(`${STRING}|[{}\\[\\]]`, "g"))) {
    if (part === "{") open.push("}");
    else if (part === "[") open.push("]");
    else if (part === "}" || part === "]") open.pop();
  }
  return text.trimEnd() + open.reverse().join("");
}

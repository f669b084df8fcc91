import { describe, expect, it } from "@jest/globals";
import { readSkillDocument } from "#core/directives/skill-document.ts";

const DOCUMENT = "---\nname: word-count\ndescription: Counts words: all of them.\n---\n\n# Words\n";

describe("the SKILL.md of a skill", () => {
  it.each([
    ["Unix lines", DOCUMENT],
    ["Windows lines", DOCUMENT.replaceAll("\n", "\r\n")],
    ["blank lines in its front matter", DOCUMENT.replaceAll("---\n", "---\n\n").replace("all", "all")],
  ])("is read with %s", (_, text) => {
    expect(readSkillDocument("word-count", text)).toEqual({
      name: "word-count",
      description: "Counts words: all of them.",
      guide: "# Words",
    });
  });

  it.each([
    ["no front matter", "# Words", "must begin with front matter"],
    ["no description", "---\nname: word-count\n---\n", "description"],
    ["another key", DOCUMENT.replace("---\n\n", "tools: all\n---\n\n"), "tools"],
    ["a line that is no entry", DOCUMENT.replace("---\n\n", "and more\n---\n\n"), "must begin with"],
    ["another name than its folder", DOCUMENT.replace("word-count", "words"), "it must be word-count"],
    ["a name that is no kebab-case", DOCUMENT.replace("word-count", "Word Count"), "must be in kebab-case"],
  ])("is refused with %s", (_, text, why) => {
    expect(() => readSkillDocument("word-count", text)).toThrow(why);
    expect(() => readSkillDocument("word-count", text)).toThrow("skills/word-count/SKILL.md");
  });
});

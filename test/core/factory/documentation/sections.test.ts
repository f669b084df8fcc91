import { describe, expect, it } from "@jest/globals";
import { passagesOf } from "#core/factory/documentation/sections.ts";
import { PASSAGES } from "#test/support/questions.ts";

const PAGE = `# Keys

Intro with a [link](a.md#b) and **bold** words ([0012](decisions/0012-x.md)).

<!-- not shown -->

## List \`keys\`

Run it:

\`\`\`sh
# no heading
gantry keys
\`\`\`

| flag   | meaning            |
| ------ | ------------------ |
| \`-a\` | all \\| every      |
| \`-b\` |                    |

## May I share a key?

- No
- Never

## List keys

![a picture](x.png)
`;

describe("the passages of a page", () => {
  it("are its sections as plain text, each with its title and the anchor of its heading", () => {
    expect(passagesOf("docs/keys.md", PAGE)).toEqual([
      { title: "Keys", path: "docs/keys.md", text: "Intro with a link and bold words." },
      {
        title: "Keys: List keys",
        path: "docs/keys.md#list-keys",
        text: "Run it:\n# no heading\ngantry keys\n\n`-a`; meaning: all | every\n\n`-b`",
      },
      { title: "May I share a key?", path: "docs/keys.md#may-i-share-a-key", text: "- No\n- Never" },
    ]);
  });

  it("are pieces of a long section, split between its blocks", () => {
    const block = "word ".repeat(200).trim();
    const pieces = passagesOf("a.md", `# A\n\n${[block, block, block].join("\n\n")}`);
    expect(pieces.map(({ text }) => text)).toEqual([block, block, block]);
  });

  it("have the anchors that GitHub gives equal headings", () => {
    const paths = passagesOf("a.md", "# A\n\n## B\n\nx\n\n## B\n\ny").map(({ path }) => path);
    expect(paths).toEqual(["a.md#b", "a.md#b-1"]);
  });

  it("of the documentation have no mark-up that is not meant to be read, and do not come from coverage or decisions", () => {
    expect(PASSAGES.length).toBeGreaterThan(200);
    for (const { path, text } of PASSAGES) {
      expect(path).toMatch(/^(README|docs\/(guides\/)?[a-z-]+)\.md(#[\p{L}\p{N}_-]+)?$/u);
      expect(path).not.toMatch(/^docs\/coverage/);
      expect(text).not.toMatch(/\]\([^)]*\)|```|\| -{3}/);
      expect(text.length).toBeLessThan(4000);
    }
  });
});

import { describe, expect, it } from "@jest/globals";
import { fileFault } from "#core/factory/architect/file-fault.ts";

const lines = (count: number, text = "export const a = 1;") => `${Array(count).fill(text).join("\n")}\n`;

describe("a file of a draft", () => {
  it.each([
    ["public/a.js", "", "is empty"],
    ["public/a.js", " \n\n", "is empty"],
    ["../a.js", "a", "has a path"],
    ["/etc/passwd", "a", "has a path"],
    [".git/config", "a", "has a path"],
    ["public/a.png", "\u0089PNG\r\n\u001a\n", "binary"],
    ["public/a.txt", "a\u0000b", "binary"],
    ["public/a.txt", "a\ud800b", "valid Unicode"],
    ["package.json", "{", "not valid JSON"],
    ["public/a.js", "const a = [1;", "'[' that is never closed"],
    ["public/a.js", "const a = 1];", "closes nothing"],
    ["public/a.css", "a { color: red;", "never closed"],
    ["public/a.js", "const a = 1;\n// ... rest of the code\n", "leaves something out at line 2"],
    ["public/a.js", "// existing code here\n", "leaves something out"],
    ["public/a.js", "/* unchanged */\n", "leaves something out"],
    ["public/a.js", "f();\n...\ng();\n", "leaves something out at line 2"],
    ["public/a.js", "f();\n  // …\n", "leaves something out"],
    ["public/a.html", "<!-- remaining markup -->\n", "leaves something out"],
    ["public/a.css", "/* ... */\n", "leaves something out"],
    ["src/a.tsx", "{/* ... */}\n", "leaves something out"],
    ["api/a.py", "# same as before\n", "leaves something out"],
  ])("%s with %j is refused", (path, content, why) => {
    expect(fileFault({ path, content })).toContain(why);
  });

  it.each([
    ["public/a.js", "const b = [...a];\nconst c = {\n  ...a,\n};\n"],
    ["public/a.js", 'const text = "({[";\nconst regex = /[(]/;\nconst template = `${"}"}`;\n'],
    ["public/a.js", "// the rest is computed when it is needed\n"],
    ["public/a.js", "// leaves the unread entries as they are\n"],
    ["public/a.html", "<p>Loading …</p>\n"],
    ["public/a.html", "<p>and the rest of your day</p>\n"],
    ["public/a.css", 'a::before { content: "}"; background: url(data:image/svg+xml,x) }\n'],
    ["src/a.tsx", "const a = <p>Don't {b}</p>;\n"],
    ["README.md", "See a) and b) …\n"],
    ["public/zh.js", 'export const hello = "你好, Grüße, привет";\n'],
  ])("%s with %j is accepted", (path, content) => {
    expect(fileFault({ path, content })).toBeUndefined();
  });

  it("may not lose more than 40 % of its lines when it is written again", () => {
    const path = "public/a.js";
    const before = { path, content: lines(100) };
    expect(fileFault({ path, content: lines(59) }, before)).toContain("60 lines where it had 101");
    expect(fileFault({ path, content: lines(62) }, before)).toBeUndefined();
    expect(fileFault({ path, content: lines(2) }, { path, content: lines(10) })).toBeUndefined();
  });
});

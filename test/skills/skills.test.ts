import { describe, expect, it } from "@jest/globals";
import { loadLibrary } from "#adapters/files/library.ts";
import type { SkillContext, SkillResult } from "#core/directives/skill.ts";
import { generateApp } from "#core/factory/generate/generate.ts";
import { LIBRARY_SOURCE } from "#deployment/function-row.ts";
import * as contrast from "#skills/contrast/execute.ts";
import * as pageOutline from "#skills/page-outline/execute.ts";
import * as unfinished from "#skills/unfinished/execute.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { fc } from "#test/support/property.ts";
import { PLAN } from "#test/support/samples.ts";

type Files = readonly { readonly path: string; readonly content: string }[];
type Execute = (context: SkillContext<{ files: { path: string; content: string }[] }>) => SkillResult;

/** Not written out, because the product contains none. */
const NOTE = ["TO", "DO"].join("");

const dataOf = (execute: Execute, files: Files) =>
  execute({ tenant: "tn_1", execution: "m_1", input: { files: [...files] } }).data;
const css = (content: string) => [{ path: "public/styles.css", content }];
const html = (content: string) => [{ path: "public/index.html", content }];
const page = (head: string, body: string) =>
  html(
    `<!doctype html><html lang="en"><head><title>A</title><meta name="viewport" content="x">${head}</head><body><main>${body}</main></body></html>`,
  );

describe("the skill contrast", () => {
  it("finds pairs below 4.5 to 1, also through custom properties, and counts all", () => {
    const sheet = `:root { --ink: #767676; --paper: #fff; --soft: var(--ink) }
      @media (min-width: 1px) { .a, .b { color: var(--soft); background: var(--paper) } }
      .c { color: #999; background-color: #FFFFFF } /* .d { color: #fff; background: #fff } */
      .e { color: red; background: #fff } .f { border-color: #fff; background: #fff }`;
    expect(dataOf(contrast.execute, css(sheet))).toEqual({
      checked: 2,
      low: [
        { path: "public/styles.css", selector: ".c", color: "#999999", background: "#ffffff", ratio: 2.85 },
      ],
    });
  });

  it("does not follow custom properties in circles", () => {
    const sheet = ":root { --a: var(--b); --b: var(--a) } p { color: var(--a); background: #fff }";
    expect(dataOf(contrast.execute, css(sheet))).toEqual({ checked: 0, low: [] });
  });
});

describe("the skill page-outline", () => {
  it("lists title, language, headings and other hosts of a page", () => {
    const files = page(
      '<script src="https://cdn.example/a.js"></script>',
      '<h1 id="t">Hello <b>you</b></h1><a href="https://b.example">b</a>',
    );
    expect(dataOf(pageOutline.execute, files)).toEqual({
      pages: [
        {
          path: "public/index.html",
          title: "A",
          lang: "en",
          headings: ["h1 Hello you"],
          hosts: ["cdn.example"],
          missing: [],
        },
      ],
    });
  });

  it("says what a page lacks", () => {
    expect(
      dataOf(pageOutline.execute, html('<html><body><img src="a.png"><a href="#">x</a></body></html>')),
    ).toMatchObject({
      pages: [
        {
          missing: [
            "The page has no lang.",
            "The page has no title.",
            "The page has no viewport.",
            "Images without alt: 1.",
            "Links that lead nowhere: 1.",
          ],
        },
      ],
    });
  });
});

describe("the skill unfinished", () => {
  it.each([
    ["public/index.html", "<p>Lorem ipsum dolor</p>", "filler"],
    ["public/app.js", `// ${NOTE}: save the record`, "note"],
    ["src/App.tsx", "return <p>Coming soon</p>;", "promise"],
    ["src/App.tsx", "<button onClick={() => {}}>Save</button>", "no-op"],
    ["public/app.js", 'save.addEventListener("click", () => {});', "no-op"],
  ])("finds in %s: %s", (path, content, kind) => {
    expect(dataOf(unfinished.execute, [{ path, content: `first\n${content}` }])).toEqual({
      findings: [{ path, line: 2, kind, text: content }],
    });
  });

  it.each([
    ["test/app.test.js", `// ${NOTE}`],
    ["README.md", "Coming soon"],
    ["public/app.js", "const todos = load(); // methodology"],
    ["src/App.tsx", "<button onClick={() => { save(); }}>Save</button>"],
  ])("leaves %s alone: %s", (path, content) => {
    expect(dataOf(unfinished.execute, [{ path, content }])).toEqual({ findings: [] });
  });
});

describe("the skills of the critic", () => {
  const all: readonly Execute[] = [contrast.execute, pageOutline.execute, unfinished.execute];

  it("find nothing in a generated app", async () => {
    const { files } = generateApp({ ...PLAN, specification: PLANTS }, await loadLibrary(LIBRARY_SOURCE));
    const texts = files.filter(({ encoding }) => encoding !== "base64");
    expect(dataOf(contrast.execute, texts)).toMatchObject({ low: [] });
    expect(dataOf(unfinished.execute, texts)).toEqual({ findings: [] });
    expect(dataOf(pageOutline.execute, texts)).toMatchObject({ pages: [{ hosts: [], missing: [] }] });
  });

  it("return for any files", () => {
    const path = fc.constantFrom("a.css", "a.html", "a.js");
    const content = fc.string({ unit: fc.constantFrom(..."<>{}:;/*\"'=# \nvar(--a)htmlcolor") });
    fc.assert(
      fc.property(fc.array(fc.record({ path, content })), (files) => {
        for (const execute of all) expect(dataOf(execute, files)).toEqual(expect.any(Object));
      }),
    );
  });
});

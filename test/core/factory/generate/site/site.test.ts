import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { loadLibrary } from "#adapters/files/library.ts";
import { placeholdersOf } from "#core/factory/generate/site/placeholders.ts";
import { siteAcceptances } from "#core/factory/generate/site/promises.ts";
import { generateSite } from "#core/factory/generate/site/site.ts";
import { manifestSchema } from "#core/factory/manifest/manifest.ts";
import type { Site } from "#core/factory/specification/site.ts";
import { WORKSHOP } from "./samples.ts";

const LIBRARY = await loadLibrary(
  new URL("../../../../../core/factory/generate/static/files", import.meta.url).pathname,
);
const generated = (site: Site = WORKSHOP) =>
  generateSite({ title: site.name, project_name: "site", summary: "A page.", specification: site }, LIBRARY);
const page = (site?: Site) =>
  generated(site).files.find(({ path }) => path === "public/index.html")?.content ?? "";

describe("a generated site", () => {
  it("is a valid manifest, and the same each time", () => {
    manifestSchema.parse(generated());
    expect(generated()).toEqual(generated());
  });

  it("passes its own tests", () => {
    const folder = mkdtempSync(join(tmpdir(), "gantry-site-"));
    try {
      for (const { path, content } of generated().files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      const { status, stdout } = spawnSync(process.execPath, ["--test"], { cwd: folder, encoding: "utf8" });
      expect({ status, stdout }).toMatchObject({ status: 0 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("marks what is not known, and lists it in the README", () => {
    const readme = generated().files.find(({ path }) => path === "README.md")?.content ?? "";
    const missing = placeholdersOf(WORKSHOP);
    expect(missing.map(({ file, field }) => `${file} ${field}`)).toEqual([
      "specification/sections/services.json items[1].price",
      "specification/sections/menu.json groups[0].items[0].price",
      "specification/sections/gallery.json captions[1]",
      "specification/sections/gallery.json captions[2]",
      "specification/sections/team.json people[0].role",
      "specification/sections/testimonials.json quotes[0].text",
      "specification/sections/testimonials.json quotes[0].by",
      "specification/sections/hours.json days",
      "specification/sections/events.json items[1].date",
      "specification/sections/posts.json items[0].text",
      "specification/app.json facts.email",
    ]);
    for (const { file, field } of missing) expect(readme).toContain(`| \`${file}\` | \`${field}\` |`);
    expect(page().match(/class="placeholder"/g)).toHaveLength(missing.length);
  });

  it("names each section in its README", () => {
    const readme = generated().files.find(({ path }) => path === "README.md")?.content ?? "";
    for (const { title } of WORKSHOP.sections) expect(readme).toContain(`- ${title}\n`);
  });

  it("shows what is known as it was given", () => {
    const html = page();
    for (const text of [
      "€890.00",
      "08:00–12:00, 13:00–17:00",
      "May 1, 2027",
      "Mill Lane 3",
      "Oak &amp; Ash · Leeds",
    ])
      expect(html).toContain(text);
    expect(html).toContain('href="tel:+49301234567"');
    expect(html).toContain("Chairs &lt;3");
  });

  it("runs no scripts and loads nothing from other hosts", () => {
    const html = page();
    expect(html.replace('<script type="application/ld+json">', "")).not.toMatch(/<script|\son\w+=|style="/);
    const loaded = [...html.matchAll(/(?:src|<link[^>]* href)="([^"]+)"/g)].map(([, path]) => path);
    for (const path of loaded) expect(path).not.toMatch(/:|^\/\//);
    expect(html).toContain("default-src 'none'");
  });

  it("has one mark for each section in which something is to be replaced", () => {
    const sections = page().split("<section ").slice(1);
    for (const section of sections) {
      const marks = section.match(/class="to-replace"/g) ?? [];
      expect(marks).toHaveLength(section.includes('class="placeholder"') ? 1 : 0);
    }
  });

  it("tells days off from days that are not known", () => {
    const [, hours = ""] = page().split('id="hours"');
    expect(hours).toMatch(/Saturday<\/th>\s*<td>Closed</);
    expect(hours).toMatch(/Sunday<\/th>\s*<td><span class="placeholder">/);
    const { what } = placeholdersOf(WORKSHOP).find(({ field }) => field === "days") ?? {};
    expect(what).toBe("Opening hours: Sunday");
  });

  it("has an acceptance for each section, which names it", () => {
    const acceptances = siteAcceptances(WORKSHOP);
    expect(acceptances.map(({ name }) => name)).toEqual(
      WORKSHOP.sections.map(({ title }) => `The page shows “${title}”`),
    );
  });

  it("is promised to show the first caption of its pictures, or the place for it", () => {
    const last = (captions: (string | null)[]) => {
      const gallery = { id: "pictures", kind: "gallery" as const, title: "Pictures", captions };
      return siteAcceptances({ ...WORKSHOP, sections: [gallery] })[0]?.steps.at(-1);
    };
    expect(last(["A table", null, null])).toEqual({ do: "see", text: "A table" });
    expect(last([null, "A chair", null])).toEqual({ do: "see", text: "Photo 1" });
  });
});

import type { SourceFile } from "#core/kernel/files.ts";
import { APP_FILE, jsonFile, pathOfPart, reader } from "./json-files.ts";
import { type Site, siteSchema } from "./site.ts";

/** The file of a site's repository that contains everything but its sections. */
export const SITE_FILE = APP_FILE;

/** The file of a section. */
export const siteSectionFile = (id: string): string => pathOfPart("sections", id);

/** The specification of a site as files of its repository, as of an app: one for each section. */
export function siteFiles(site: Site): SourceFile[] {
  const { sections, ...rest } = siteSchema.parse(site);
  return [
    jsonFile(SITE_FILE, { ...rest, sections: sections.map(({ id }) => id) }),
    ...sections.map((section) => jsonFile(siteSectionFile(section.id), section)),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads a site back from the files of its repository. Undefined when they do not form one. */
export function readSite(files: readonly SourceFile[]): Site | undefined {
  const { app, parts } = reader(files);
  return siteSchema.safeParse({ ...app, sections: parts("sections") }).data;
}

import type { SourceFile } from "#core/kernel/files.ts";
import { APP_FILE, jsonFile, pathOfPart, reader } from "./json-files.ts";
import { type Specification, specificationSchema } from "./specification.ts";

/**
 * The specification as files of the app's repository, sorted by path: one for each entity and view, and `app.json` with
 * the rest and the order of the entities and views. Equal specifications result in the same bytes.
 */
export function specificationFiles(specification: Specification): SourceFile[] {
  // Parsing gives the members the order of the schema, whatever order they had in storage.
  const { entities, views, ...rest } = specificationSchema.parse(specification);
  return [
    jsonFile(APP_FILE, { ...rest, entities: entities.map(({ id }) => id), views: views.map(({ id }) => id) }),
    ...entities.map((entity) => jsonFile(pathOfPart("entities", entity.id), entity)),
    ...views.map((view) => jsonFile(pathOfPart("views", view.id), view)),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Reads a specification back from the files of an app. Undefined when files are missing or do not form a specification.
 */
export function readSpecification(files: readonly SourceFile[]): Specification | undefined {
  const { app, parts } = reader(files);
  const whole = { ...app, entities: parts("entities"), views: parts("views") };
  return specificationSchema.safeParse(whole).data;
}

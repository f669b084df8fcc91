import { fileText, type SourceFile } from "#core/kernel/files.ts";
import { type Specification, specificationSchema } from "./specification.ts";

/** The folder of an app's repository that contains its specification. */
const FOLDER = "specification";
const APP_FILE = `${FOLDER}/app.json`;
const pathOf = (parts: "entities" | "views", id: string): string => `${FOLDER}/${parts}/${id}.json`;

/**
 * The specification as files of the app's repository, sorted by path: one for each entity and view, and `app.json` with
 * the rest and the order of the entities and views. Equal specifications result in the same bytes.
 */
export function specificationFiles(specification: Specification): SourceFile[] {
  // Parsing gives the members the order of the schema, whatever order they had in storage.
  const { entities, views, ...rest } = specificationSchema.parse(specification);
  const app = { ...rest, entities: entities.map(({ id }) => id), views: views.map(({ id }) => id) };
  return [
    { path: APP_FILE, content: print(app) },
    ...entities.map((entity) => ({ path: pathOf("entities", entity.id), content: print(entity) })),
    ...views.map((view) => ({ path: pathOf("views", view.id), content: print(view) })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Reads a specification back from the files of an app. Undefined when files are missing or do not form a specification.
 */
export function readSpecification(files: readonly SourceFile[]): Specification | undefined {
  const contents = new Map(files.map((file) => [file.path, file]));
  const read = (path: string): unknown => {
    const file = contents.get(path);
    return file && parse(fileText(file));
  };
  const app = read(APP_FILE) as Partial<Record<"entities" | "views", unknown>> | null | undefined;
  const part = (parts: "entities" | "views"): unknown[] =>
    Array.isArray(app?.[parts]) ? app[parts].map((id) => read(pathOf(parts, String(id)))) : [];
  const whole = { ...app, entities: part("entities"), views: part("views") };
  return specificationSchema.safeParse(whole).data;
}

const print = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

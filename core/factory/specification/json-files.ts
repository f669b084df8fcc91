import { fileText, type SourceFile } from "#core/kernel/files.ts";

/** The folder of an app's repository that contains its specification. */
const FOLDER = "specification";
/** Contains everything but the parts that have files of their own. */
export const APP_FILE = `${FOLDER}/app.json`;

/** Kinds of parts that have files of their own. */
type Parts = "entities" | "views" | "sections";

export const pathOfPart = (parts: Parts, id: string): string => `${FOLDER}/${parts}/${id}.json`;

export const jsonFile = (path: string, value: unknown): SourceFile => ({
  path,
  content: `${JSON.stringify(value, null, 2)}\n`,
});

/** Reads the files of a specification: the app's own, and parts in the order that it names. Unchecked. */
export function reader(files: readonly SourceFile[]) {
  const contents = new Map(files.map((file) => [file.path, file]));
  const read = (path: string): unknown => {
    const file = contents.get(path);
    return file && parse(fileText(file));
  };
  const app = read(APP_FILE) as Partial<Record<Parts, unknown>> | null | undefined;
  const parts = (kind: Parts): unknown[] =>
    Array.isArray(app?.[kind]) ? app[kind].map((id) => read(pathOfPart(kind, String(id)))) : [];
  return { app, parts };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

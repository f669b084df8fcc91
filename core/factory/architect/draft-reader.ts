import { editFile } from "#core/factory/architect/edit-block.ts";
import { FILE_CHARACTERS, FILE_LINES, fileFault } from "#core/factory/architect/file-fault.ts";
import { LineReader } from "#core/factory/architect/line-reader.ts";
import {
  APP_END,
  APP_START,
  DELETED,
  DONE,
  EDIT_START,
  FILE_START,
  fileEnd,
  MARKER,
} from "#core/factory/architect/markers.ts";
import { pathFault, type SourceFile } from "#core/kernel/files.ts";

/** A reason to refuse what a model writes; `path` is null if it is about no file. */
export interface Refusal {
  readonly path: string | null;
  readonly why: string;
}

interface Block {
  readonly kind: "file" | "edit" | "app";
  /** The path of a file; null for the app's other parts. */
  readonly path: string | null;
  readonly end: string;
  readonly lines: string[];
  characters: number;
}

/** What limits the files of a draft. */
export interface DraftLimits {
  /** The most files, with those that were complete before. */
  readonly maxFiles: number;
  /** The only paths that may be written; any if not set. */
  readonly only?: ReadonlySet<string>;
  /** Existing files that the model has not seen as a whole, and can therefore only edit. */
  readonly partly?: ReadonlySet<string>;
}

/**
 * Reads a draft in plain text while it arrives, piece by piece. A file counts once its end marker has arrived and its
 * content is not refused; what is between files is ignored.
 */
export class DraftReader {
  readonly #known: ReadonlyMap<string, SourceFile>;
  readonly #limits: DraftLimits;
  readonly #files = new Map<string, SourceFile>();
  readonly #deleted = new Set<string>();
  #app: unknown;
  #block: Block | undefined;
  // No file has a longer line, and no marker is as long.
  readonly #lines = new LineReader(FILE_CHARACTERS + 1);
  #done = false;
  #refusal: Refusal | undefined;

  /** `known` are the files that were complete before. */
  constructor(known: ReadonlyMap<string, SourceFile>, limits: DraftLimits) {
    this.#known = known;
    this.#limits = limits;
  }

  /** Takes the next piece. False when something was refused, so that the rest is not needed. */
  push(piece: string): boolean {
    for (const line of this.#refusal ? [] : this.#lines.push(piece)) {
      this.#line(line);
      if (this.#refusal) return false;
    }
    const block = this.#block;
    if (block && block.characters + this.#lines.pending > FILE_CHARACTERS) this.#tooLong(block);
    return this.#refusal === undefined;
  }

  /** What has arrived, once nothing more will. */
  finish(): {
    readonly files: ReadonlyMap<string, SourceFile>;
    readonly deleted: ReadonlySet<string>;
    /** The content of the app block; undefined if there is none. */
    readonly app: unknown;
    readonly done: boolean;
    /** The file whose end marker did not arrive. */
    readonly open: string | null;
    readonly refusal: Refusal | undefined;
  } {
    if (this.#lines.pending > 0) this.push("\n");
    const { path = null } = this.#block ?? {};
    const [files, deleted, app] = [this.#files, this.#deleted, this.#app];
    return { files, deleted, app, done: this.#done, open: path, refusal: this.#refusal };
  }

  #line(line: string): void {
    if (this.#block) this.#inside(this.#block, line);
    else this.#outside(line);
  }

  #outside(line: string): void {
    const path = FILE_START.exec(line)?.[1];
    const edited = EDIT_START.exec(line)?.[1];
    const deleted = DELETED.exec(line)?.[1];
    if (path !== undefined) this.#start("file", path);
    else if (edited !== undefined) this.#start("edit", edited);
    else if (deleted !== undefined) this.#deleted.add(deleted);
    else if (line === APP_START)
      this.#block = { kind: "app", path: null, end: APP_END, lines: [], characters: 0 };
    else if (line === DONE) this.#done = true;
  }

  #start(kind: "file" | "edit", path: string): void {
    const { maxFiles, only, partly } = this.#limits;
    const name = pathFault(path);
    if (name !== undefined) this.#refuse(path, `has a path that ${name}`);
    else if (only && !only.has(path)) this.#refuse(path, "is none of the files that are asked for");
    else if (this.#files.has(path)) this.#refuse(path, "was already written");
    else if (kind === "edit" && !this.#known.has(path))
      this.#refuse(path, "does not exist, so it cannot be edited: write it whole");
    else if (kind === "file" && partly?.has(path))
      this.#refuse(path, "was not shown to you as a whole: change it with edits");
    else if (!this.#known.has(path) && this.#known.size + this.#files.size >= maxFiles)
      this.#refuse(null, `The draft has more than ${maxFiles} files.`);
    else this.#block = { kind, path, end: fileEnd(path), lines: [], characters: 0 };
  }

  #inside(block: Block, line: string): void {
    if (line === block.end) this.#end(block);
    else if (MARKER.test(line)) this.#refuse(block.path, `has no end marker '${block.end}' before '${line}'`);
    else {
      block.lines.push(line);
      block.characters += line.length + 1;
      if (block.characters > FILE_CHARACTERS || (block.kind === "file" && block.lines.length > FILE_LINES))
        this.#tooLong(block);
    }
  }

  #tooLong({ path }: Block): void {
    const limits = `at most ${FILE_LINES} lines and ${FILE_CHARACTERS} characters`;
    this.#refuse(path, `is too long: a file has ${limits}; divide it into modules`);
  }

  #end({ kind, path, lines }: Block): void {
    this.#block = undefined;
    if (path === null) this.#endApp(lines);
    else if (kind === "edit") this.#endEdits(path, lines);
    else {
      const file = { path, content: contentOf(lines) };
      const why = fileFault(file, this.#known.get(path));
      if (why === undefined) this.#files.set(path, file);
      else this.#refuse(path, why);
    }
  }

  #endApp(lines: readonly string[]): void {
    try {
      this.#app = JSON.parse(contentOf(lines));
    } catch {
      this.#refuse(null, "The app block is not valid JSON.");
    }
  }

  #endEdits(path: string, lines: readonly string[]): void {
    const edited = editFile(this.#known.get(path) as SourceFile, lines);
    const why = "why" in edited ? edited.why : fileFault(edited.file);
    if ("file" in edited && why === undefined) this.#files.set(path, edited.file);
    else this.#refuse(path, why ?? "cannot be edited");
  }

  #refuse(path: string | null, why: string): void {
    this.#refusal ??= { path, why };
    this.#block = undefined;
  }
}

const contentOf = (lines: readonly string[]): string => `${withoutFence(lines).join("\n")}\n`;

/** The lines without a code fence around all of them. */
function withoutFence(lines: readonly string[]): readonly string[] {
  const fenced = /^```\w*$/.test(lines[0] ?? "") && lines.at(-1) === "```";
  return fenced ? lines.slice(1, -1) : lines;
}

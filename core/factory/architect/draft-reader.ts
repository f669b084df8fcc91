import { FILE_CHARACTERS, FILE_LINES, fileFault } from "#core/factory/architect/file-fault.ts";
import {
  APP_END,
  APP_START,
  DELETED,
  DONE,
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
  /** The path of a file; null for the app's other parts. */
  readonly path: string | null;
  readonly end: string;
  readonly lines: string[];
  characters: number;
}

/**
 * Reads a draft in plain text while it arrives, piece by piece. A file counts once its end marker has arrived and its
 * content is not refused; what is between files is ignored.
 */
export class DraftReader {
  readonly #known: ReadonlyMap<string, SourceFile>;
  readonly #maxFiles: number;
  readonly #only: ReadonlySet<string> | undefined;
  readonly #files = new Map<string, SourceFile>();
  readonly #deleted = new Set<string>();
  #app: unknown;
  #block: Block | undefined;
  #rest = "";
  #done = false;
  #refusal: Refusal | undefined;

  /**
   * `known` are the files that were complete before; `maxFiles` limits both together. With `only`, no other paths may be
   * written.
   */
  constructor(known: ReadonlyMap<string, SourceFile>, maxFiles: number, only?: ReadonlySet<string>) {
    this.#known = known;
    this.#maxFiles = maxFiles;
    this.#only = only;
  }

  /** Takes the next piece. False when something was refused, so that the rest is not needed. */
  push(piece: string): boolean {
    const lines = (this.#rest + piece).split("\n");
    this.#rest = lines.pop() as string;
    for (const line of lines) {
      if (this.#refusal) break;
      this.#line(line.replace(/\r$/, ""));
    }
    if (!this.#refusal && this.#block && this.#rest.length > FILE_CHARACTERS) this.#tooLong(this.#block);
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
    if (this.#rest !== "") this.push("\n");
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
    const deleted = DELETED.exec(line)?.[1];
    if (path !== undefined) this.#start(path);
    else if (deleted !== undefined) this.#deleted.add(deleted);
    else if (line === APP_START) this.#block = { path: null, end: APP_END, lines: [], characters: 0 };
    else if (line === DONE) this.#done = true;
  }

  #start(path: string): void {
    const name = pathFault(path);
    if (name !== undefined) this.#refuse(path, `has a path that ${name}`);
    else if (this.#only && !this.#only.has(path))
      this.#refuse(path, "is none of the files that are asked for");
    else if (this.#files.has(path)) this.#refuse(path, "was already written");
    else if (!this.#known.has(path) && this.#known.size + this.#files.size >= this.#maxFiles)
      this.#refuse(null, `The draft has more than ${this.#maxFiles} files.`);
    else this.#block = { path, end: fileEnd(path), lines: [], characters: 0 };
  }

  #inside(block: Block, line: string): void {
    if (line === block.end) this.#end(block);
    else if (MARKER.test(line)) this.#refuse(block.path, `has no end marker '${block.end}' before '${line}'`);
    else {
      block.lines.push(line);
      block.characters += line.length;
      if (block.characters > FILE_CHARACTERS || (block.path !== null && block.lines.length > FILE_LINES))
        this.#tooLong(block);
    }
  }

  #tooLong({ path }: Block): void {
    const limits = `at most ${FILE_LINES} lines and ${FILE_CHARACTERS} characters`;
    this.#refuse(path, `is too long: a file has ${limits}; divide it into modules`);
  }

  #end({ path, lines }: Block): void {
    this.#block = undefined;
    const content = `${withoutFence(lines).join("\n")}\n`;
    if (path === null) {
      try {
        this.#app = JSON.parse(content);
      } catch {
        this.#refuse(null, "The app block is not valid JSON.");
      }
      return;
    }
    const file = { path, content };
    const why = fileFault(file, this.#known.get(path));
    if (why === undefined) this.#files.set(path, file);
    else this.#refuse(path, why);
  }

  #refuse(path: string | null, why: string): void {
    this.#refusal ??= { path, why };
    this.#block = undefined;
  }
}

/** The lines without a code fence around all of them. */
function withoutFence(lines: readonly string[]): readonly string[] {
  const fenced = /^```\w*$/.test(lines[0] ?? "") && lines.at(-1) === "```";
  return fenced ? lines.slice(1, -1) : lines;
}

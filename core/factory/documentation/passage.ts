/** A piece of the product's documentation, as plain text. */
export interface Passage {
  /** The title of the page and the heading, as `Change an app: Go back`. */
  readonly title: string;
  /** The file with the anchor of the heading, as `docs/guides/change-an-app.md#go-back`. */
  readonly path: string;
  /** Its paragraphs, rows and lists, separated by blank lines. */
  readonly text: string;
}

/** What a reply names as its source. */
export type Source = Pick<Passage, "title" | "path">;

/** Finds the passages that fit a question, best first. */
export type FindPassages = (question: string) => readonly Passage[];

/** A port: the documentation of the running version. */
export interface WithDocumentation {
  readonly documentation: () => Promise<FindPassages>;
}

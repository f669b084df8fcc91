/**
 * The files from which generated apps take what is the same in all of them, by path: `public/lib/dom.js`. All are text.
 */
export type Library = ReadonlyMap<string, string>;

export interface WithLibrary {
  /** Loads the library of the installed version. */
  readonly library: () => Promise<Library>;
}

/** A place that was edited since it was generated and that a change needs different. */
export interface MergeConflict {
  readonly path: string;
  /** Lines of the edited file, from 1; null when the whole file or a member of a JSON file is concerned. */
  readonly lines: { readonly from: number; readonly to: number } | null;
  /** A sentence for people that names the place. */
  readonly sentence: string;
}

export const fileConflict = (path: string, sentence: string): MergeConflict => ({
  path,
  lines: null,
  sentence,
});

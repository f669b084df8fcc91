/** An error as a sentence for people. The client's errors are such sentences; others are faults of this page. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error && error.message) return error.message;
  return "Something went wrong in this page. Reload it.";
}

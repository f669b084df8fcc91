interface Result {
  readonly status: string;
  readonly fullName: string;
}

/**
 * A jest reporter that names at the end every test that was skipped, in jest's order. Tests that a filter by name leaves
 * out are not named; a filter that leaves out all of them fails the run.
 */
export default class SkippedReporter {
  #filter: string | undefined;
  #ran = 0;
  #left: string[] = [];

  constructor({ testNamePattern }: { readonly testNamePattern?: string }) {
    this.#filter = testNamePattern || undefined;
  }

  onTestResult(_test: object, { testResults }: { readonly testResults: readonly Result[] }): void {
    for (const { status, fullName } of testResults)
      if (status === "pending") this.#left.push(fullName);
      else this.#ran += 1;
  }

  onRunComplete(): void {
    if (!this.#filter) for (const name of this.#left) console.error(`skipped: ${name}`);
    const error = this.getLastError();
    if (error) console.error(error.message);
  }

  /** Jest fails a run for which a reporter has an error, without printing it. */
  getLastError(): Error | undefined {
    const missed = this.#filter !== undefined && this.#ran === 0 && this.#left.length > 0;
    return missed ? new Error(`No test has a name that matches '${this.#filter}'.`) : undefined;
  }
}

interface Result {
  readonly status: string;
  readonly fullName: string;
}

/** A jest reporter that names at the end every test that was left out, in jest's order; a filter by name leaves out nothing. */
export default class SkippedReporter {
  #filtered: boolean;
  #left: string[] = [];

  constructor({ testNamePattern }: { readonly testNamePattern?: string }) {
    this.#filtered = Boolean(testNamePattern);
  }

  onTestResult(_test: object, { testResults }: { readonly testResults: readonly Result[] }): void {
    for (const { status, fullName } of testResults) if (status === "pending") this.#left.push(fullName);
  }

  onRunComplete(): void {
    if (!this.#filtered) for (const name of this.#left) console.error(`skipped: ${name}`);
  }
}

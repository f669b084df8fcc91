/** A reporter that names at the end every test that was left out, in jest's order; a filter by name leaves out nothing. */
export default class {
  #left = [];
  #filtered;

  constructor({ testNamePattern }) {
    this.#filtered = Boolean(testNamePattern);
  }

  onTestResult(_test, { testResults }) {
    for (const { status, fullName } of testResults) if (status === "pending") this.#left.push(fullName);
  }

  onRunComplete() {
    if (!this.#filtered) for (const name of this.#left) console.error(`skipped: ${name}`);
  }
}

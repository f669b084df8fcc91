/** An error in GitHub's JSON format, thrown by operations. */
export class GitHubError extends Error {
  readonly status: number;
  readonly errors: readonly Record<string, unknown>[] | undefined;
  constructor(status: number, message: string, errors?: readonly Record<string, unknown>[]) {
    super(message);
    this.name = "GitHubError";
    this.status = status;
    this.errors = errors;
  }
}

/**
 * A request that GitHub would treat differently or refuse, or that no program should make. It is recorded and
 * reported.
 */
export class Violation extends GitHubError {
  constructor(message: string, status = 400) {
    super(status, `violation: ${message}`);
    this.name = "Violation";
  }
}

export const notFound = () => new GitHubError(404, "Not Found");

export const emptyRepository = () => new GitHubError(409, "Git Repository is empty.");

/** 422 with one entry in `errors`, as GitHub reports an invalid field. */
export const invalid = (resource: string, entry: { code: string; field?: string; message?: string }) =>
  new GitHubError(422, "Validation Failed", [{ resource, ...entry }]);

/** What the traced cloud is told. */
export interface TracePlan {
  /** By function: where its bundle lies, and the names of its variables on AWS. */
  readonly functions: Readonly<
    Record<string, { readonly folder: string; readonly variables: readonly string[] }>
  >;
  /** File the calls are written to. */
  readonly trace: string;
}

/** One signed request of a function to an AWS service. */
export interface TracedCall {
  readonly function: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `<access key>/<date>/<region>/<service>/aws4_request` */
  readonly scope: string;
  /** Of the JSON protocols; empty for objects and model calls. */
  readonly body: string;
}

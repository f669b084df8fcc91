/** The region of requests; undefined for that of the person's AWS profile. */
export interface AccountPlace {
  readonly region: string | undefined;
}

/** Settings of all clients. Timeouts are short because a person waits. */
export function clientOptions({ region }: AccountPlace) {
  return {
    ...(region === undefined ? {} : { region }),
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
  };
}

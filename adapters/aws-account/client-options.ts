/** Where an account is asked: the region, or undefined for that of the person's AWS profile. */
export interface AccountPlace {
  readonly region: string | undefined;
}

/** Settings of every client: a person waits, so nothing is waited for very long. */
export function clientOptions({ region }: AccountPlace) {
  return {
    ...(region === undefined ? {} : { region }),
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
  };
}

/** A harmless request to each service that the installation depends on, by service name. Rejects if it fails. */
export type Probes = Readonly<Record<string, () => Promise<unknown>>>;

export interface WithProbes {
  readonly probes: Probes;
}

/** One harmless question per service that the installation depends on, by its name; rejects when it does not respond. */
export type Probes = Readonly<Record<string, () => Promise<unknown>>>;

export interface WithProbes {
  readonly probes: Probes;
}

/** Resolves and packs what a draft depends on, without running any of it. */
export interface Dependencies {
  /**
   * Null when the draft depends on nothing. `isKnown` is asked whether there is a layer of this key; only where there
   * is none are the packages fetched and packed.
   */
  provide(packageJson: string, isKnown: (key: string) => Promise<boolean>): Promise<DependencyLayer | null>;
}

export interface DependencyLayer {
  readonly key: string;
  readonly lockfile: string;
  /** tar + zstd of node_modules; undefined when the layer is known. */
  readonly archive: Uint8Array | undefined;
}

export interface WithDependencies {
  readonly dependencies: Dependencies;
}

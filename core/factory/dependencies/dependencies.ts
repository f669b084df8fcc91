/** Resolves and packs the dependencies of a draft without running any of their code. */
export interface Dependencies {
  /**
   * The dependency layer; null when the draft has no dependencies. Packages are downloaded and packed only if `isKnown`
   * returns false for the layer's key. Throws DependencyRefused.
   */
  provide(packageJson: string, isKnown: (key: string) => Promise<boolean>): Promise<DependencyLayer | null>;
}

export interface DependencyLayer {
  readonly key: string;
  readonly lockfile: string;
  /** `node_modules` as tar with zstd; undefined when the layer is known. */
  readonly archive: Uint8Array | undefined;
}

export interface WithDependencies {
  readonly dependencies: Dependencies;
}

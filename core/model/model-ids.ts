/** Model ids by role: configuration, never code. */
export interface ModelIds {
  readonly consultant: string;
  readonly architect: string;
  readonly healer_small: string;
  readonly healer_large: string;
  readonly critic: string;
  readonly chat: string;
}

export interface WithModels {
  readonly models: ModelIds;
}

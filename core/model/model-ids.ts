/** The uses of models, each with a model of its own. */
export const MODEL_ROLES = [
  "consultant",
  "architect",
  "healer_small",
  "healer_large",
  "critic",
  "chat",
] as const;
export type ModelRole = (typeof MODEL_ROLES)[number];

/** Model ids by role: configuration, never code. */
type ModelIds = Readonly<Record<ModelRole, string>>;

export interface WithModels {
  readonly models: ModelIds;
}

/** A value of a CloudWatch metric. */
export interface Measure {
  readonly name:
    | "MissionEnded"
    | "PhaseSeconds"
    | "HealAttempts"
    | "ModelInputTokens"
    | "ModelOutputTokens"
    | "ModelCacheReadTokens"
    | "ModelCostMicroUsd"
    | "SocketHintsLost"
    | "MissionsQueued"
    | "LogInsFailed"
    | "BuildersLeft";
  readonly unit: "Count" | "Seconds" | "None";
  readonly value: number;
  /** A dimension in addition to the function: one name with its value. */
  readonly dimension?: Readonly<Record<string, string>>;
}

export const counted = (name: Measure["name"], value: number): Measure => ({ name, unit: "Count", value });

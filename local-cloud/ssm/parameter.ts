export type ParameterType = "String" | "StringList" | "SecureString";

/** One version of a parameter, as stored on the disk. */
export interface ParameterVersion {
  readonly version: number;
  readonly type: ParameterType;
  /** The text, or the ciphertext of a SecureString. */
  readonly value: string;
  readonly description?: string;
  readonly allowedPattern?: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export interface Parameter {
  readonly name: string;
  /** Oldest first, never empty. */
  readonly versions: readonly ParameterVersion[];
}

export function parameterArn(arnPrefix: string, { name }: Parameter): string {
  return `${arnPrefix}parameter${name.startsWith("/") ? "" : "/"}${name}`;
}

/** Scopes of machines. Only people may decide, cancel missions, and manage keys and the tenant. */
export const SCOPES = {
  "consultations:read": "to see consultations",
  "consultations:write": "to consult, to ask for a build, and to ask the model",
  "missions:read": "to see missions and evidence, and to watch a mission live",
} as const;
export type Scope = keyof typeof SCOPES;

export const SCOPE_NAMES = Object.keys(SCOPES) as [Scope, ...Scope[]];

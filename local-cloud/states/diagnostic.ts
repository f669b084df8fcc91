/** One finding of ValidateStateMachineDefinition; `location` is a path such as `/States/Build/Next`. */
export interface Diagnostic {
  severity: "ERROR";
  code: string;
  message: string;
  location: string;
}

export const problem = (
  location: string,
  message: string,
  code = "SCHEMA_VALIDATION_FAILED",
): Diagnostic => ({
  severity: "ERROR",
  code,
  message,
  location,
});

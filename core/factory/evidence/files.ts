/** Additional files of a mission's pack. */
export const CONSULTATION_FILE = "consultation.jsonl";
export const RESULT_FILE = "build-result.json";
export const LOG_FILE = "build-log.txt";
export const PLAN_FILE = "plan.json";
export const POLICY_FILE = "policy.json";
export const MANIFEST_FILE = "manifest.json";
export const REPORT_FILE = "acceptance-report.json";

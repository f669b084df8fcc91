/** Names of the files of a pack. */
export const EVENTS_FILE = "events.jsonl";
export const CONSULTATION_FILE = "consultation.jsonl";
export const SEAL_FILE = "seal.dsse.json";
export const KEY_FILE = "key.pem";
export const RESULT_FILE = "build-result.json";
export const LOG_FILE = "build-log.txt";
export const PLAN_FILE = "plan.json";
export const POLICY_FILE = "policy.json";
export const MANIFEST_FILE = "manifest.json";
export const REPORT_FILE = "acceptance-report.json";
/** Data of signals whose sealed form has only its digest. Not under the seal: it may be left out. */
export const DISCLOSURES_FILE = "disclosures.jsonl";

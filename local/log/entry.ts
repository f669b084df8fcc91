export const LEVELS = ["DEBUG", "INFO", "WARN", "ERROR"] as const;
export type Level = (typeof LEVELS)[number];

/** One log entry of a function or of the local cloud. */
export interface LogEntry {
  readonly level: Level;
  /** RFC 3339, in UTC. */
  readonly timestamp: string;
  readonly message: string;
  readonly [field: string]: unknown;
}

export type WriteLog = (level: Level, message: string, fields?: Readonly<Record<string, unknown>>) => void;

/**
 * Returns the entries in a text that was written to a stream. Each line that is a JSON object is one entry,
 * to which missing members are added; all other lines together are the text of one entry, whose message is
 * the first line.
 */
export function readEntries(written: string, level: Level, timestamp: string): LogEntry[] {
  const lines = written.split("\n").filter((line) => line.trim() !== "");
  const objects = lines.map(objectIn);
  const [message, ...text] = lines.filter((_, index) => objects[index] === undefined);
  const entries = objects.flatMap((fields) => (fields ? [completed(fields, timestamp)] : []));
  if (message === undefined) return entries;
  return [...entries, { level, timestamp, message, ...(text.length > 0 ? { text } : {}) }];
}

function objectIn(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function completed(fields: Record<string, unknown>, timestamp: string): LogEntry {
  const { level, message } = fields;
  return {
    ...fields,
    level: LEVELS.find((known) => known === level) ?? (level === "CRITICAL" ? "ERROR" : "INFO"),
    message: typeof message === "string" ? message : "",
    timestamp: typeof fields.timestamp === "string" ? fields.timestamp : timestamp,
  };
}

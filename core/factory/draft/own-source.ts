/** Reads the file that the code itself stands in. */
const OWN_FILE =
  /(?:\bawait\s+)?(?<![\w$])(?:[\w$]+\s*\.\s*)?readFile(?:Sync)?\s*\(\s*(?:import\s*\.\s*meta\s*\.\s*filename|__filename|(?:fileURLToPath\s*\(\s*)?(?:new\s+URL\s*\(\s*)?import\s*\.\s*meta\s*\.\s*url[\s)]*)[^()]*\)(?:\s*\.\s*toString\s*\(\s*\))?/g;

/** The code with an empty string in place of each reading of its own file, which says nothing of the app. As long as before. */
export function withoutOwnSource(code: string): string {
  return code.replace(OWN_FILE, (reading) => '""'.padEnd(reading.length));
}

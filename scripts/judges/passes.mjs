import { MissingTool } from "./tools/install.mjs";

/**
 * Whether a judge finds nothing, or cannot be had here. Prints each finding and one line that sums up. A judge that
 * fails has not passed.
 */
export async function passes({ name, tool, judge }) {
  const title = `${name} ${tool.version}`;
  try {
    const { subject, findings, note } = await judge(tool.install());
    for (const finding of findings) console.log(finding);
    const count = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
    console.log(`${title}: ${[subject, count, ...(note ? [note] : [])].join(", ")}`);
    return findings.length === 0;
  } catch (error) {
    const missing = error instanceof MissingTool;
    console.log(`${title}: ${missing ? "left out" : "failed"}, ${error.message}`);
    return missing;
  }
}

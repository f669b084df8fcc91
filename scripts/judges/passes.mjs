import { MissingTool } from "./tools/install.mjs";

/**
 * Returns whether a judge has no findings or cannot be installed here. Prints each finding and a summary
 * line. A judge that fails does not pass.
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

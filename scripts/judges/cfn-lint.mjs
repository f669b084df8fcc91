import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonTool } from "./tools/python.mjs";
import { ROOT, run, runJson } from "./tools/run.mjs";

/** Accepted findings, by rule and message, each with its reason. */
const ACCEPTED = [
  {
    rule: "W3005",
    message:
      /^'\w+Role\w{8}' dependency already enforced by a 'GetAtt' at 'Resources\/\w+\/Properties\/Role(Arn)?'$/,
    reason: "The CDK makes functions and machines depend on their role's policies, and also on the role.",
  },
  {
    rule: "E3601",
    message:
      /^'\{% .+ %\}' is not of type 'number' at 'States\/\w+(\/ItemProcessor\/States\/\w+)?\/(Timeout|Heartbeat)Seconds'$/s,
    reason:
      "Step Functions accepts a JSONata expression for these two; the schema of cfn-lint allows numbers only.",
  },
];

/**
 * Checks every template of each deployment in test/cases/deployments.json, synthesised once, for the
 * supported regions.
 */
export const cfnLint = {
  name: "cfn-lint",
  tool: pythonTool("cfn-lint.txt", "cfn-lint", "cfn-lint"),
  judge(path) {
    const folder = mkdtempSync(join(tmpdir(), "gantry-cfn-lint-"));
    try {
      const files = synthesise(folder).flatMap(templatesIn);
      const regions = ["--regions", "us-east-1", "us-west-2"];
      return judged(files, runJson(path, ["--format", "json", ...regions, "--", ...files]));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Synthesises a deployment into a separate folder. */
function synthesise(folder) {
  const { context } = JSON.parse(readFileSync(join(ROOT, "cdk.json"), "utf8"));
  const deployments = JSON.parse(readFileSync(join(ROOT, "test/cases/deployments.json"), "utf8"));
  return Object.entries(deployments).map(([name, settings]) => {
    const output = join(folder, name);
    const { status, stderr } = run(join(ROOT, "node_modules/.bin/node"), ["bin/gantry.ts"], {
      NODE_OPTIONS: "",
      CDK_OUTDIR: output,
      CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...settings }),
    });
    if (status !== 0) throw new Error(`the deployment ${name} cannot be synthesised:\n${stderr}`);
    return output;
  });
}

function templatesIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".template.json"))
    .map((name) => join(folder, name));
}

/** Returns findings that are not accepted, and acceptances that are no longer needed. */
function judged(files, findings) {
  const acceptanceOf = ({ Rule, Message }) =>
    ACCEPTED.find(({ rule, message }) => rule === Rule.Id && message.test(Message));
  const open = findings.filter((finding) => acceptanceOf(finding) === undefined);
  const unused = ACCEPTED.filter((row) => !findings.some((finding) => acceptanceOf(finding) === row));
  return {
    subject: `${files.length} templates`,
    findings: [
      ...open.map(
        ({ Rule, Message, Filename, Location }) =>
          `${Filename}:${Location.Start.LineNumber} ${Location.Path?.join("/") ?? ""} ${Rule.Id} ${Message}`,
      ),
      ...unused.map(({ rule, message }) => `${rule} ${message} is accepted, but is not found any more`),
    ],
    note: `${findings.length - open.length} accepted for ${ACCEPTED.length} reasons`,
  };
}

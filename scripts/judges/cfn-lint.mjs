// Judges every synthesised template with cfn-lint: `node scripts/judges/cfn-lint.mjs [<folder of templates> ...]`.
// Without folders it synthesises those of test/cases/deployments.json. Exits 1 for a finding that is not accepted below,
// and for an acceptance that nothing needs any more. Where Python or its package index is missing, it says so and exits 0.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const REQUIREMENTS = join(import.meta.dirname, "cfn-lint.txt");
const VERSION = /^cfn-lint==(\S+)$/m.exec(readFileSync(REQUIREMENTS, "utf8"))[1];
const HOME = join(ROOT, "node_modules/.cache", `cfn-lint-${VERSION}`);
const MOST_MS = 300_000;

/** Findings that stay, by rule and message, each with the reason. */
const ACCEPTED = [
  {
    rule: "W3005",
    message:
      /^'\w+Role\w{8}' dependency already enforced by a 'GetAtt' at 'Resources\/\w+\/Properties\/Role(Arn)?'$/,
    reason:
      "The CDK makes functions and machines wait for their role's policies, and names the role with them.",
  },
  {
    rule: "E3601",
    message: /^'\{% .+ %\}' is not of type 'number' at 'States\/\w+\/(Timeout|Heartbeat)Seconds'$/s,
    reason:
      "Step Functions takes a JSONata expression for these two; the schema of cfn-lint knows numbers only.",
  },
];

const temporary = mkdtempSync(join(tmpdir(), "gantry-cfn-lint-"));
try {
  const lint = install();
  const given = process.argv.slice(2);
  const files = lint && (given.length > 0 ? given : synthesise()).flatMap(templatesIn);
  if (files) process.exitCode = judge(files, findingsOf(lint, files), given.length === 0);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** Path of the pinned cfn-lint, in a virtual environment of its own; undefined where there can be none. */
function install() {
  const path = join(HOME, "bin/cfn-lint");
  if (existsSync(path)) return path;
  const python = ["python3", "python"].find((name) => run(name, ["-m", "venv", "--help"]).status === 0);
  if (python === undefined) return leaveOut("Python 3 with venv is missing");
  rmSync(HOME, { recursive: true, force: true });
  const made = run(python, ["-m", "venv", HOME]);
  if (made.status !== 0) return leaveOut(`python -m venv failed: ${lastLine(made)}`);
  const pip = ["install", "--quiet", "--disable-pip-version-check", "--requirement", REQUIREMENTS];
  const installed = run(join(HOME, "bin/pip"), pip);
  if (installed.status === 0) return path;
  rmSync(HOME, { recursive: true, force: true });
  return leaveOut(`pip cannot install cfn-lint ${VERSION}: ${lastLine(installed)}`);
}

function leaveOut(reason) {
  console.log(`cfn-lint: left out, ${reason}`);
  return undefined;
}

/** Each deployment once, into a folder of its own. */
function synthesise() {
  const { context } = JSON.parse(readFileSync(join(ROOT, "cdk.json"), "utf8"));
  const deployments = JSON.parse(readFileSync(join(ROOT, "test/cases/deployments.json"), "utf8"));
  return Object.entries(deployments).map(([name, settings]) => {
    const folder = join(temporary, name);
    const { status, stderr } = run(join(ROOT, "node_modules/.bin/node"), ["bin/gantry.ts"], {
      NODE_OPTIONS: "",
      CDK_OUTDIR: folder,
      CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...settings }),
    });
    if (status !== 0) throw new Error(`the deployment ${name} cannot be synthesised:\n${stderr}`);
    return folder;
  });
}

function templatesIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".template.json"))
    .map((name) => join(folder, name));
}

/** What cfn-lint finds in the regions that are meant for Gantry; its exit code only repeats that. */
function findingsOf(lint, files) {
  const { stdout, stderr } = run(lint, [
    "--format",
    "json",
    "--regions",
    "us-east-1",
    "us-west-2",
    "--",
    ...files,
  ]);
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`cfn-lint failed:\n${stderr}`);
  }
}

/** Prints what is not accepted and one line that sums up; gives the exit code. */
function judge(files, findings, whole) {
  const acceptanceOf = ({ Rule, Message }) =>
    ACCEPTED.find(({ rule, message }) => rule === Rule.Id && message.test(Message));
  const open = findings.filter((finding) => acceptanceOf(finding) === undefined);
  const unused = whole
    ? ACCEPTED.filter((row) => !findings.some((finding) => acceptanceOf(finding) === row))
    : [];
  for (const { Rule, Message, Filename, Location } of open)
    console.log(
      `${Filename}:${Location.Start.LineNumber} ${Location.Path?.join("/") ?? ""} ${Rule.Id} ${Message}`,
    );
  for (const { rule, message } of unused)
    console.log(`${rule} ${message} is accepted, but is not found any more`);
  const accepted = findings.length - open.length;
  console.log(
    `cfn-lint ${VERSION}: ${files.length} templates, ${open.length} findings, ${accepted} accepted for ${ACCEPTED.length} reasons`,
  );
  return open.length + unused.length === 0 && files.length > 0 ? 0 : 1;
}

function run(command, args, env = {}) {
  return spawnSync(command, args, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 64 * 2 ** 20,
    timeout: MOST_MS,
  });
}

function lastLine({ stderr, error }) {
  return error?.message ?? stderr.trim().split("\n").at(-1);
}

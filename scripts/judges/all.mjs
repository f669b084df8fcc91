// Runs third-party checkers: `npm run judges`, or `npm run judges -- <name> ...` for some of them. Each has a
// pinned version and is installed below node_modules/.cache when first needed. Prints findings and one line
// for each judge; exits 1 for a finding. A tool that cannot be installed here is skipped, with the reason.
import { actionlint } from "./actionlint.mjs";
import { cfnLint } from "./cfn-lint.mjs";
import { cloudEventsGo, cloudEventsJavaScript, cloudEventsPython } from "./cloudevents/judges.mjs";
import { hadolint } from "./hadolint.mjs";
import { passes } from "./passes.mjs";
import { redocly } from "./redocly.mjs";
import { schemathesis } from "./schemathesis.mjs";
import { spectral } from "./spectral.mjs";

const JUDGES = [
  hadolint,
  actionlint,
  spectral,
  redocly,
  schemathesis,
  cfnLint,
  cloudEventsJavaScript,
  cloudEventsPython,
  cloudEventsGo,
];

for (const judge of chosen(process.argv.slice(2))) if (!(await passes(judge))) process.exitCode = 1;

function chosen(names) {
  const unknown = names.filter((name) => !JUDGES.some((judge) => judge.name === name));
  if (unknown.length === 0) return JUDGES.filter(({ name }) => names.length === 0 || names.includes(name));
  console.error(
    `unknown judge ${unknown.join(", ")}; the judges are ${JUDGES.map(({ name }) => name).join(", ")}`,
  );
  process.exit(2);
}

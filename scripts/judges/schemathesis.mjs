import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonTool } from "./tools/python.mjs";
import { ROOT } from "./tools/run.mjs";

/** The same requests each time; `GANTRY_SEED` gives others. */
const SEED = process.env.GANTRY_SEED ?? "20261122";
const MOST_EXAMPLES = "5";

/** What is not asked, each with the reason. */
const NOT_ASKED = [
  // A cursor is one that a list gave out, and an image is one: no schema says that, so what fits it may be refused.
  "positive_data_acceptance",
];

/** A running installation, by requests that its description makes: every reply has to be one that is described. */
export const schemathesis = {
  name: "schemathesis",
  tool: pythonTool("api/schemathesis.txt", "schemathesis", "schemathesis"),
  async judge(path) {
    const folder = mkdtempSync(join(tmpdir(), "gantry-schemathesis-"));
    // It needs what the product needs, and other judges do not.
    const { startInstallation } = await import("./api/installation.mjs");
    const installation = await startInstallation();
    try {
      const output = await ask(path, installation, folder);
      return judged(
        JSON.parse(readFileSync(join(folder, "report.json"), "utf8")),
        output,
        installation.log(),
      );
    } finally {
      await installation.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Not synchronously: the installation's output is read meanwhile. */
function ask(path, { origin, known }, folder) {
  const options = [
    ...["--url", origin, "--workers", "2", "--seed", SEED, "--max-examples", MOST_EXAMPLES],
    ...["--phases", "examples,coverage,fuzzing", "--checks", "all", "--exclude-checks", NOT_ASKED.join(",")],
    ...["--continue-on-failure", "--no-color", "--generation-database", "none", "--warnings", "off"],
    ...["--report", "json", "--report-json-path", join(folder, "report.json")],
  ];
  const child = spawn(path, ["run", join(ROOT, "openapi.json"), ...options], {
    cwd: folder,
    env: {
      ...process.env,
      PYTHONPATH: join(import.meta.dirname, "api"),
      PYTHONDONTWRITEBYTECODE: "1",
      SCHEMATHESIS_HOOKS: "hooks",
      GANTRY_JUDGED: JSON.stringify(known),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve(output));
  });
}

/** Its failures in its own words, and how many requests were answered how. */
function judged({ complete, errors, failures, operations, test_cases }, output, log) {
  const [, details = ""] = /=+ (?:FAILURES|ERRORS) =+\n(.*?)(?:\n=+ |$)/s.exec(output) ?? [];
  const findings = [...failures, ...errors].map(
    ({ title, operations: where, ...rest }) => `${title}: ${where?.join(", ") ?? JSON.stringify(rest)}`,
  );
  if (findings.length > 0) console.log(details.trim());
  if (!complete || operations.tested !== operations.total)
    findings.push(`asked ${operations.tested} of ${operations.total} operations`);
  const counts = statusesIn(log);
  for (const status of ["2xx", "4xx"]) if (!counts[status]) findings.push(`no reply was ${status}`);
  return {
    subject: `${operations.tested} operations, ${test_cases.generated} requests, seed ${SEED}`,
    findings,
    note: Object.entries(counts)
      .map(([status, count]) => `${count} × ${status}`)
      .join(", "),
  };
}

/** How often the API replied with which kind of status, as its log says. 429 is counted by itself. */
function statusesIn(log) {
  const counts = { "2xx": 0, "3xx": 0, "4xx": 0, 429: 0, "5xx": 0 };
  for (const [, status] of log.matchAll(/"message":"request answered".*?"status":(\d{3})/g))
    counts[status === "429" ? status : `${status[0]}xx`] += 1;
  return counts;
}

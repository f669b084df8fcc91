import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonTool } from "./tools/python.mjs";
import { ROOT } from "./tools/run.mjs";

/** The default seed results in the same requests each time; `GANTRY_SEED` changes it. */
const SEED = process.env.GANTRY_SEED ?? "20261122";
const MOST_EXAMPLES = "5";

/** Excluded checks, each with its reason. */
const NOT_ASKED = [
  // Cursors must come from a list and images must be valid, which no schema can express, so values that match
  // the schema may be refused.
  "positive_data_acceptance",
];

/**
 * Sends requests that are generated from openapi.json to a running installation and checks every reply
 * against it.
 */
export const schemathesis = {
  name: "schemathesis",
  tool: pythonTool("api/schemathesis.txt", "schemathesis", "schemathesis"),
  async judge(path) {
    const folder = mkdtempSync(join(tmpdir(), "gantry-schemathesis-"));
    // Imported here, because it needs the product's packages, which other judges do not.
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

/** Asynchronous, because the installation's output must be read at the same time. */
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

/** Returns its failures, and the number of replies by status. */
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

/** Counts the API's replies by status class, from its log. 429 is counted separately. */
function statusesIn(log) {
  const counts = { "2xx": 0, "3xx": 0, "4xx": 0, 429: 0, "5xx": 0 };
  for (const [, status] of log.matchAll(/"message":"request answered".*?"status":(\d{3})/g))
    counts[status === "429" ? status : `${status[0]}xx`] += 1;
  return counts;
}

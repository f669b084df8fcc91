import { draftLimits } from "#core/factory/build/limits.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { type Finding, type PolicyPattern, patternFindings } from "#core/factory/policy/patterns.ts";
import type { Policy } from "#core/factory/policy/policy.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { checkFiles, fileText, type SourceFile } from "#core/kernel/files.ts";

/** The findings of the policy in a draft; empty if it is allowed. Findings never contain matched secrets. */
export function evaluate(policy: Policy, manifest: Manifest): Finding[] {
  const texts = manifest.files.map((file) => ({ path: file.path, text: readable(file) }));
  return [
    ...stackFindings(policy, manifest),
    ...fileFindings(policy, manifest),
    ...dependencyFindings(policy, manifest),
    ...patternFindings(patternsOf(policy), texts),
  ];
}

/** Patterns that neither a draft nor its build output may contain. */
export function patternsOf({ forbidden, secrets }: Pick<Policy, "forbidden" | "secrets">): PolicyPattern[] {
  return [...forbidden, ...secrets];
}

/** Throws PolicyDenied when there are findings: the message has the first five reasons, `findings` has all. */
export function requireAllowed(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const reasons = findings.map(({ path, reason }) => (path ? `${path}: ${reason}` : reason));
  throw new GantryError("PolicyDenied", reasons.slice(0, 5).join(" "), { detail: { findings } });
}

function stackFindings(policy: Policy, { stack }: Manifest): Finding[] {
  if (policy.stacks.includes(stack)) return [];
  return [
    {
      rule: "stack",
      path: null,
      reason: `The stack '${stack}' is not allowed; allowed are ${policy.stacks.join(", ")}.`,
    },
  ];
}

function fileFindings({ builder }: Policy, { files }: Manifest): Finding[] {
  try {
    checkFiles(files, draftLimits(builder));
    return [];
  } catch (error) {
    if (!(error instanceof GantryError)) throw error;
    return [{ rule: "files", path: null, reason: error.message }];
  }
}

function dependencyFindings({ dependencies }: Policy, { files }: Manifest): Finding[] {
  const names = dependencyNames(files);
  const findings = names
    .filter((name) => dependencies.deny.includes(name))
    .map((name) => ({
      rule: "dependency",
      path: "package.json",
      reason: `The package '${name}' is not allowed.`,
    }));
  if (names.length <= dependencies.max) return findings;
  const reason = `${names.length} direct dependencies; at most ${dependencies.max} are allowed.`;
  return [...findings, { rule: "dependencies", path: "package.json", reason }];
}

function dependencyNames(files: readonly SourceFile[]): string[] {
  const file = files.find(({ path }) => path === "package.json");
  if (!file) return [];
  try {
    const manifest = JSON.parse(fileText(file)) as Record<string, Record<string, string> | undefined> | null;
    return ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"].flatMap((group) =>
      Object.keys(manifest?.[group] ?? {}),
    );
  } catch {
    return []; // Broken JSON fails the build, so that the healer repairs it.
  }
}

/** The text of a file, decoded from base64 so that patterns apply; "" for invalid base64, which checkFiles reports. */
function readable(file: SourceFile): string {
  try {
    return fileText(file);
  } catch {
    return "";
  }
}

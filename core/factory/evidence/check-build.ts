import { z } from "zod";
import type { PackFiles } from "#core/evidence/files.ts";
import { textOf } from "#core/evidence/read-files.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { auditPlan, type TestFile } from "#core/factory/build/audit.ts";
import { isPackageFile, outputOfDraft } from "#core/factory/build/output.ts";
import {
  type BuildResult,
  buildResultSchema,
  hasFailed,
  RESULT_VERSION,
} from "#core/factory/build/result.ts";
import { MANIFEST_FILE, POLICY_FILE, RESULT_FILE } from "#core/factory/evidence/files.ts";
import type { MissionPredicate } from "#core/factory/evidence/mission-statement.ts";
import { type Manifest, manifestSchema } from "#core/factory/manifest/manifest.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { patternsOf } from "#core/factory/policy/evaluate.ts";
import { patternSchema } from "#core/factory/policy/patterns.ts";
import { stackOf } from "#core/factory/stacks/stacks.ts";
import { canonicalHash, canonicalJson } from "#core/kernel/canonical.ts";
import { fileBytes } from "#core/kernel/files.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { changedPaths, treeEntries, treeSha256 } from "#core/kernel/tree.ts";

const isGreen = ({ phase }: MissionPredicate) => phase === "DEPLOYED" || phase === "SUCCEEDED";

/**
 * The supervisor's build record, which the log names by digest. Throws Refusal when a successful mission has no passed
 * build, or when the record contradicts the log. Undefined for a mission without a build.
 */
export function requireBuild(
  predicate: MissionPredicate,
  mission: Mission,
  files: PackFiles,
): BuildResult | undefined {
  const { build } = mission;
  const green = isGreen(predicate);
  if (green && build?.verdict !== "passed") refuse("The mission succeeded without a passed build.");
  if (!build?.result_sha256) {
    if (green) refuse("The log names no build result.");
    return undefined;
  }
  const result = readResult(files, build.result_sha256);
  requireAgreement(result, mission);
  if (result.verdict === "passed") requirePassed(result);
  return result;
}

function requireAgreement(result: BuildResult, { id, build }: Mission): void {
  const agrees =
    result.mission_id === id &&
    result.verdict === build?.verdict &&
    (result.source?.git_tree ?? null) === build.source_git_tree &&
    (result.source?.sha256 ?? null) === build.source_sha256 &&
    (result.output?.sha256 ?? null) === build.output_sha256;
  if (!agrees) refuse(`${RESULT_FILE} contradicts the log.`);
}

/** A passed record must show that every command succeeded, every test ran and the output did not change. */
function requirePassed(result: BuildResult): void {
  const failed = result.steps.find(hasFailed);
  if (failed)
    refuse(
      `The build is recorded as passed although ${failed.tests?.file ?? failed.command.join(" ")} failed.`,
    );
  if (!result.steps.some(({ tests }) => tests !== null && tests.passed > 0))
    refuse("The build is recorded as passed without a test.");
  requireSameOutput(result);
}

/** The output must be the same before and after the audit. */
function requireSameOutput({ output, output_trees }: BuildResult): void {
  if (!output || output.sha256 !== treeSha256(output.entries))
    refuse("The output's digest does not match its files.");
  if (output_trees?.before_audit !== output.sha256 || output_trees.after_audit !== output.sha256)
    refuse("The output differs before and after the audit.");
}

/** A successful mission must have built the draft in the pack and checked its output with the policy in the pack. */
export function requireDraft(
  predicate: MissionPredicate,
  result: BuildResult | undefined,
  mission: Mission,
  files: PackFiles,
): void {
  if (!result || !isGreen(predicate)) return;
  if (!mission.manifest_sha256 || !mission.policy_sha256) refuse("The log names no draft or no policy.");
  const draft = manifestSchema.safeParse(parseJson(textOf(files, MANIFEST_FILE)));
  const policy = policySchema.safeParse(parseJson(textOf(files, POLICY_FILE)));
  if (!draft.success || !policy.success) refuse(`${MANIFEST_FILE} or ${POLICY_FILE} cannot be read.`);
  const source = draft.data.files.map((file) => ({ path: file.path, bytes: fileBytes(file) }));
  if (result.source?.sha256 !== treeSha256(treeEntries(source)))
    refuse(`The audited source is not the draft in ${MANIFEST_FILE}.`);
  if (result.patterns_sha256 !== canonicalHash(patternsOf(policy.data)))
    refuse(`The output was not searched for the forbidden patterns of ${POLICY_FILE}.`);
  requireAllTests(result, draft.data);
  requireOutputOfDraft(result, draft.data.stack, source);
}

/** The audit must have run each test file of the draft once, and nothing else. */
function requireAllTests({ steps }: BuildResult, { stack, audit_command, files }: Manifest): void {
  const ran = steps.flatMap(({ tests }) => (tests ? [{ path: tests.file, helper: tests.helper }] : []));
  const planned = planOf(stack, audit_command, files);
  if (canonicalJson(ran) !== canonicalJson(planned))
    refuse("The audit did not run exactly the draft's test files.");
}

function planOf(stack: Manifest["stack"], command: string, files: Manifest["files"]): TestFile[] {
  try {
    return auditPlan(
      stackOf(stack),
      command,
      files.map(({ path }) => path),
    );
  } catch {
    return refuse("The draft's audit command is invalid.");
  }
}

/** Without a build step, the output must follow from the draft, except for packages of the dependency layer. */
function requireOutputOfDraft(
  { output }: BuildResult,
  stack: Manifest["stack"],
  source: Parameters<typeof outputOfDraft>[1],
): void {
  const expected = outputOfDraft(stack, source);
  if (!expected) return;
  const own = output?.entries.filter(({ path }) => !isPackageFile(path)) ?? [];
  const [changed] = changedPaths(treeEntries(expected), own);
  if (changed !== undefined) refuse(`The output does not follow from the draft: ${changed}.`);
}

/** Only the members that are checked here, so that later versions of policies can be read as well. */
const policySchema = z.object({ forbidden: z.array(patternSchema), secrets: z.array(patternSchema) });

function readResult(files: PackFiles, sha256: string): BuildResult {
  const text = textOf(files, RESULT_FILE);
  if (sha256Hex(text) !== sha256) refuse(`${RESULT_FILE} is not the build result that the log names.`);
  const body = parseJson(text);
  const version = (body as { version?: unknown } | null | undefined)?.version;
  if (typeof version === "number" && version !== RESULT_VERSION)
    throw new Refusal(
      "VERSION_UNKNOWN",
      `${RESULT_FILE} has version ${version}; this verifier supports version ${RESULT_VERSION}.`,
    );
  const result = buildResultSchema.safeParse(body);
  if (!result.success) refuse(`${RESULT_FILE} is not a build record.`);
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(detail: string): never {
  throw new Refusal("BUILD_WRONG", detail);
}

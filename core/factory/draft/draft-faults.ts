import type { Draft, DraftRule } from "#core/factory/draft/rule.ts";
import { ACCEPTANCE_KEPT } from "#core/factory/draft/rules/acceptance-kept.ts";
import { AUDIT_OWN } from "#core/factory/draft/rules/audit-own.ts";
import { EXPECTATIONS_KEPT } from "#core/factory/draft/rules/expectations-kept.ts";
import { PROMISES_SHOWN } from "#core/factory/draft/rules/promises-shown.ts";
import { RUNNER_OWN } from "#core/factory/draft/rules/runner-own.ts";
import { TEST_DATA_KEPT } from "#core/factory/draft/rules/test-data-kept.ts";
import { TESTS_ASSERT } from "#core/factory/draft/rules/tests-assert.ts";
import { TESTS_KEPT } from "#core/factory/draft/rules/tests-kept.ts";
import { TESTS_USE_APP } from "#core/factory/draft/rules/tests-use-app.ts";

const RULES: readonly DraftRule[] = [
  PROMISES_SHOWN,
  AUDIT_OWN,
  RUNNER_OWN,
  TESTS_ASSERT,
  TESTS_USE_APP,
  TESTS_KEPT,
  EXPECTATIONS_KEPT,
  TEST_DATA_KEPT,
  ACCEPTANCE_KEPT,
];

/** Why a draft must not be built, as sentences; empty when it may. Does not check whether the app works. */
export function draftFaults(draft: Draft): string[] {
  return RULES.flatMap((rule) => rule.faults(draft));
}

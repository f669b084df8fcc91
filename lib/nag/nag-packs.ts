import type { IPolicyValidationPlugin } from "aws-cdk-lib";
import { AwsSolutionsChecks, type IApplyRule, ServerlessChecks } from "cdk-nag";
import { readable } from "#lib/nag/nag.ts";

/** The rules for every stack: a finding that is not accepted with a reason stops the synthesis. */
export const packs = (): IPolicyValidationPlugin[] => [new Solutions(), new Serverless()];

class Solutions extends AwsSolutionsChecks {
  protected override applyRule(rule: IApplyRule): void {
    super.applyRule(withReadableFindings(rule));
  }
}

class Serverless extends ServerlessChecks {
  protected override applyRule(rule: IApplyRule): void {
    super.applyRule(withReadableFindings(rule));
  }
}

function withReadableFindings(row: IApplyRule): IApplyRule {
  return {
    ...row,
    ruleSuffixOverride: row.ruleSuffixOverride ?? row.rule.name,
    rule: (node) => {
      const found = row.rule(node);
      return Array.isArray(found) ? found.map(readable) : found;
    },
  };
}

import * as waf from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import type { GantryConfig } from "#lib/config.ts";
import { nameOf } from "#lib/names.ts";

/**
 * The header in which the edge passes the viewer's address: the REST API itself sees only CloudFront's
 * addresses.
 */
const VIEWER = "x-gantry-viewer";

/** Requests of one viewer within five minutes: a page that watches a mission sends about a hundred. */
const REQUESTS = 2_000;
/** Log-ins of one viewer within five minutes. */
const LOG_INS = 30;

export interface WebAclProps {
  readonly config: GantryConfig;
  /** ARN of the REST API's stage. */
  readonly stageArn: string;
}

/**
 * The web ACL in front of the REST API: rate limits per viewer, and AWS's list of known bad inputs. AWS's
 * core rule set is not used, because it blocks bodies of more than 8 KB and bodies that contain HTML or URLs,
 * which are legitimate here. WebSockets have no web ACL; each opens with a ticket of this API.
 */
export class WebAcl extends Construct {
  constructor(scope: Construct, id: string, { config, stageArn }: WebAclProps) {
    super(scope, id);
    const name = nameOf(config, "api");
    const acl = new waf.CfnWebACL(this, "Acl", {
      name,
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      rules: [limit("viewer", 0, REQUESTS), limit("log-in", 1, LOG_INS, "/gantry/auth"), knownAttacks(2)],
      visibilityConfig: visibility(name),
    });
    new waf.CfnWebACLAssociation(this, "Stage", { resourceArn: stageArn, webAclArn: acl.attrArn });
  }
}

/**
 * Blocks a viewer above this number of requests within five minutes; with `path`, only requests whose path
 * ends with it count.
 */
function limit(name: string, priority: number, requests: number, path?: string): waf.CfnWebACL.RuleProperty {
  const scopeDown = path === undefined ? {} : { scopeDownStatement: endsWith(path) };
  return {
    name,
    priority,
    action: { block: {} },
    statement: {
      rateBasedStatement: {
        limit: requests,
        evaluationWindowSec: 300,
        aggregateKeyType: "FORWARDED_IP",
        // A request without a viewer did not come through the edge; all such requests count together.
        forwardedIpConfig: { headerName: VIEWER, fallbackBehavior: "MATCH" },
        ...scopeDown,
      },
    },
    visibilityConfig: visibility(name),
  };
}

function endsWith(path: string): waf.CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: "ENDS_WITH",
      searchString: path,
      // Normalises the path, because API Gateway may accept other spellings of it.
      textTransformations: [
        { priority: 0, type: "URL_DECODE" },
        { priority: 1, type: "NORMALIZE_PATH" },
      ],
    },
  };
}

function knownAttacks(priority: number): waf.CfnWebACL.RuleProperty {
  const name = "known-attacks";
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesKnownBadInputsRuleSet" },
    },
    visibilityConfig: visibility(name),
  };
}

/** WAF's metrics are free; sampled requests are disabled because they would store cookies. */
function visibility(metricName: string): waf.CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false };
}

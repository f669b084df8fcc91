import * as waf from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import type { GantryConfig } from "#lib/config.ts";
import { nameOf } from "#lib/names.ts";

/** The header in which the edge names the viewer: the REST API itself sees CloudFront's addresses only. */
const VIEWER = "x-gantry-viewer";

/** Requests of one viewer within five minutes: a page that follows a mission asks some hundred times. */
const REQUESTS = 2_000;
/** Tries at a password likewise. */
const LOG_INS = 30;

export interface WebAclProps {
  readonly config: GantryConfig;
  /** Of the REST API's stage. */
  readonly stageArn: string;
}

/**
 * The web ACL in front of the REST API: what one viewer may ask within five minutes, and AWS's list of requests that
 * only try to break in. AWS's general rules are not in it: they refuse bodies that speak of HTML, of addresses or of
 * more than 8 KB, which is what people write here. Sockets have no web ACL; each opens with a ticket of this API.
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

/** Blocks a viewer above so many requests within five minutes, of all or of those whose path ends so. */
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
        // A request that names no viewer has not come through the edge: all of those count as one.
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
      // However the path is spelled: API Gateway may read it more kindly.
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

/** WAF's metrics are free; samples would keep requests, cookies with them. */
function visibility(metricName: string): waf.CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false };
}

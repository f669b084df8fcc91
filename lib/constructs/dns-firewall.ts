import {
  CfnFirewallDomainList,
  CfnFirewallRuleGroup,
  CfnFirewallRuleGroupAssociation,
} from "aws-cdk-lib/aws-route53resolver";
import { Construct } from "constructs";
import type { GantryConfig } from "#lib/config.ts";
import { nameOf } from "#lib/names.ts";

export interface NameGuard {
  readonly config: GantryConfig;
  readonly vpcId: string;
  /** The only names that resolve in the VPC. */
  readonly names: string[];
}

/**
 * Resolves only these names. Security groups do not filter queries to the VPC's own resolver, so without this
 * a program could send data out in DNS queries.
 */
export function guardNames(scope: Construct, { config, vpcId, names }: NameGuard): void {
  const guard = new Construct(scope, "Names");
  const list = (id: string, name: string, domains: string[]) =>
    new CfnFirewallDomainList(guard, id, { name: nameOf(config, name), domains }).attrId;
  const rules = new CfnFirewallRuleGroup(guard, "Rules", {
    name: nameOf(config, "names"),
    firewallRules: [
      {
        priority: 100,
        action: "ALLOW",
        firewallDomainListId: list("Allowed", "names-allowed", names),
        // AWS's names redirect to other names of AWS; trusting the first means trusting the chain.
        firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN",
      },
      {
        priority: 200,
        action: "BLOCK",
        blockResponse: "NXDOMAIN",
        firewallDomainListId: list("Others", "names-others", ["*"]),
      },
    ],
  });
  new CfnFirewallRuleGroupAssociation(guard, "Association", {
    name: nameOf(config, "names"),
    firewallRuleGroupId: rules.attrId,
    vpcId,
    priority: 101,
  });
}

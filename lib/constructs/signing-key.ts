import { ArnFormat, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kms from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { FunctionName } from "#deployment/functions.ts";
import type { GantryConfig } from "#lib/config.ts";
import { nameOf } from "#lib/names.ts";

const SIGNERS = ["seal", "seal-run", "execution-ended"] as const satisfies FunctionName[];
const READERS = [...SIGNERS, "api"] as const satisfies FunctionName[];

/** Actions that manage a key without using it: no Sign, no CreateGrant. */
const ADMINISTER = [
  ...["CancelKeyDeletion", "CreateAlias", "DeleteAlias", "DescribeKey", "DisableKey", "EnableKey"],
  ...["GetKeyPolicy", "GetKeyRotationStatus", "GetPublicKey", "ListAliases", "ListGrants", "ListKeyPolicies"],
  ...[
    "ListResourceTags",
    "PutKeyPolicy",
    "RevokeGrant",
    "ScheduleKeyDeletion",
    "TagResource",
    "UntagResource",
  ],
  ...["UpdateAlias", "UpdateKeyDescription"],
];

/**
 * Creates the key that signs evidence. Administrators of the account manage it but cannot sign with it. The
 * functions are named by the ARNs of their roles, because the roles do not exist yet when the key is created.
 */
export function createSigningKey(scope: Construct, config: GantryConfig): kms.Key {
  return new kms.Key(scope, "SigningKey", {
    alias: `alias/${nameOf(config, "evidence")}`,
    description: `Signs the evidence of Gantry ${config.stage}.`,
    keySpec: kms.KeySpec.ECC_NIST_P256,
    keyUsage: kms.KeyUsage.SIGN_VERIFY,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    policy: new iam.PolicyDocument({
      statements: [
        allow("Administer", ADMINISTER),
        allow("Sign", ["Sign"], roleArns(scope, config, SIGNERS)),
        allow("ReadPublicKey", ["GetPublicKey"], roleArns(scope, config, READERS)),
      ],
    }),
  });
}

function allow(sid: string, actions: readonly string[], roles?: readonly string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    principals: [new iam.AccountRootPrincipal()],
    actions: actions.map((action) => `kms:${action}`),
    resources: ["*"], // In a key policy, `*` is the key itself.
    ...(roles ? { conditions: { ArnEquals: { "aws:PrincipalArn": roles } } } : {}),
  });
}

function roleArns(scope: Construct, config: GantryConfig, names: readonly FunctionName[]): string[] {
  return names.map((name) =>
    Stack.of(scope).formatArn({
      service: "iam",
      region: "",
      resource: "role",
      resourceName: nameOf(config, name),
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    }),
  );
}

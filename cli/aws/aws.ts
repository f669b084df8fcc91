/**
 * The calls to an AWS account. A package keeps them in a separate file, because the SDK is most of the command's
 * size.
 */
export { openAccount } from "#adapters/aws-account/account.ts";
export { openParameters } from "#adapters/aws-account/parameters.ts";
export { checkAccount } from "#cli/aws/account-checks.ts";

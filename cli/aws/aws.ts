/** What talks to an AWS account. A package keeps it in a file of its own: the SDK is most of the command. */
export { openAccount } from "#adapters/aws-account/account.ts";
export { openParameters } from "#adapters/aws-account/parameters.ts";
export { checkAccount } from "#cli/aws/account-checks.ts";

import { type Stack, Validations } from "aws-cdk-lib";

/** Findings of cdk-nag that stay in the operations stack, each with its reason. */
export function acceptOps(stack: Stack): void {
  Validations.of(stack).acknowledge(
    {
      id: "Serverless::Serverless-SNSRedrivePolicy",
      reason:
        "The only subscription is a person's e-mail. A notice that could not be delivered is worth nothing later, and the alarm itself stays on until its cause is gone.",
    },
    {
      id: "Serverless::Serverless-EventBusDLQ",
      reason:
        "The rule only says which execution broke. Its alarm counts the rule, not the message, so nothing depends on the delivery.",
    },
  );
}

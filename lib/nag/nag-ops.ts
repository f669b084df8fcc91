/** Findings of cdk-nag that stay in the operations stack, each with the reason why it is right here. */

export const TOPIC = {
  "Serverless-SNSRedrivePolicy":
    "The only subscription is a person's e-mail. A notice that could not be delivered is worth nothing later, and the alarm itself stays on until its cause is gone.",
} as const;

export const BROKEN_EXECUTIONS = {
  "Serverless-EventBusDLQ":
    "The rule only says which execution broke. Its alarm counts the rule, not the message, so nothing depends on the delivery.",
} as const;

/** Accepted findings of cdk-nag in the operations stack, each with its reason. */

export const TOPIC = {
  "Serverless-SNSRedrivePolicy":
    "The only subscription is a person's e-mail. A notification that could not be delivered is useless later, and the alarm itself stays on until its cause is fixed.",
} as const;

export const BROKEN_EXECUTIONS = {
  "Serverless-EventBusDLQ":
    "The rule only reports which execution failed. Its alarm counts matches of the rule, so nothing depends on the delivery of the message.",
} as const;

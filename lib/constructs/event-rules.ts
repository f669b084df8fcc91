import { Duration } from "aws-cdk-lib";
import * as events from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { CfnEventInvokeConfig } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { type RuleResources, type RuleTarget, ruleRows } from "#deployment/rules.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { GantryFunction } from "#lib/constructs/gantry-function.ts";
import { nameOf } from "#lib/names.ts";

/** Older events are useless to missions: the sweep and the machine's own timeouts act earlier. */
const OLDEST = Duration.hours(1);
const RETRIES = { delivery: 10, handling: 2 } as const;

type Row = ReturnType<typeof ruleRows>[number];

export interface EventRulesProps extends RuleResources {
  readonly config: GantryConfig;
  readonly deadLetters: IQueue;
  readonly functions: Readonly<Record<RuleTarget, GantryFunction>>;
}

/**
 * Creates the rules that connect events to functions. An event that cannot be delivered or handled goes to
 * the dead-letter queue.
 */
export class EventRules extends Construct {
  constructor(scope: Construct, id: string, props: EventRulesProps) {
    super(scope, id);
    for (const row of ruleRows()) this.rule(row, props);
  }

  private rule(row: Row, props: EventRulesProps): void {
    const { config, deadLetters, functions } = props;
    const fn = functions[row.target];
    new events.Rule(this, row.name, {
      ruleName: nameOf(config, row.name),
      ...whenOf(row, props),
      targets: [
        new LambdaFunction(fn.handler, {
          deadLetterQueue: deadLetters,
          retryAttempts: RETRIES.delivery,
          maxEventAge: OLDEST,
        }),
      ],
    });
    // Invocations are asynchronous, so an event that the function fails to handle needs the dead-letter queue
    // as well.
    new CfnEventInvokeConfig(fn, "Events", {
      functionName: fn.handler.functionName,
      qualifier: "$LATEST",
      maximumRetryAttempts: RETRIES.handling,
      maximumEventAgeInSeconds: OLDEST.toSeconds(),
      destinationConfig: { onFailure: { destination: deadLetters.queueArn } },
    });
    fn.allow({ actions: ["sqs:SendMessage"], resources: [deadLetters.queueArn] });
  }
}

function whenOf(row: Row, resources: RuleResources): Pick<events.RuleProps, "eventPattern" | "schedule"> {
  if (row.schedule) return { schedule: events.Schedule.expression(row.schedule) };
  const { source, "detail-type": detailType, detail } = row.pattern(resources);
  return { eventPattern: { source: [...source], detailType: [...detailType], detail } };
}

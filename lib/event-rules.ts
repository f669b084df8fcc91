import { Duration } from "aws-cdk-lib";
import * as events from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { CfnEventInvokeConfig } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { BUILD_OBJECT_PATTERNS } from "#core/artifacts.ts";
import type { GantryConfig } from "#lib/config.ts";
import type { GantryFunction } from "#lib/gantry-function.ts";
import { nameOf } from "#lib/names.ts";

/** An event that is older helps no mission; the sweep and the machine's own timeouts come before. */
const OLDEST = Duration.hours(1);
const RETRIES = { delivery: 10, handling: 2 } as const;

export interface EventRulesProps {
  readonly config: GantryConfig;
  readonly artifactBucket: string;
  readonly clusterArn: string;
  readonly machineArn: string;
  readonly deadLetters: IQueue;
  readonly functions: Readonly<
    Record<"object-created" | "task-stopped" | "execution-ended" | "sweep", GantryFunction>
  >;
}

/** Which event calls which function. What cannot be delivered or handled is kept as a dead letter. */
export class EventRules extends Construct {
  constructor(scope: Construct, id: string, props: EventRulesProps) {
    super(scope, id);
    this.rule("builder-objects", props, "object-created", {
      eventPattern: {
        source: ["aws.s3"],
        detailType: ["Object Created"],
        detail: {
          bucket: { name: [props.artifactBucket] },
          object: { key: BUILD_OBJECT_PATTERNS.map((wildcard) => ({ wildcard })) },
        },
      },
    });
    this.rule("builder-tasks", props, "task-stopped", {
      eventPattern: {
        source: ["aws.ecs"],
        detailType: ["ECS Task State Change"],
        detail: { lastStatus: ["STOPPED"], clusterArn: [props.clusterArn] },
      },
    });
    this.rule("mission-ends", props, "execution-ended", {
      eventPattern: {
        source: ["aws.states"],
        detailType: ["Step Functions Execution Status Change"],
        detail: { stateMachineArn: [props.machineArn], status: ["ABORTED", "TIMED_OUT", "FAILED"] },
      },
    });
    this.rule("builder-sweep", props, "sweep", { schedule: events.Schedule.rate(Duration.minutes(10)) });
  }

  private rule(
    name: string,
    { config, deadLetters, functions }: EventRulesProps,
    target: keyof EventRulesProps["functions"],
    when: Pick<events.RuleProps, "eventPattern" | "schedule">,
  ): void {
    const fn = functions[target];
    new events.Rule(this, name, {
      ruleName: nameOf(config, name),
      ...when,
      targets: [
        new LambdaFunction(fn.handler, {
          deadLetterQueue: deadLetters,
          retryAttempts: RETRIES.delivery,
          maxEventAge: OLDEST,
        }),
      ],
    });
    // An event is handed over first and handled then: what the function fails at is a dead letter as well.
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

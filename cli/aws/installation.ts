import { UsageError } from "#cli/errors.ts";
import { STAGES, type Stage } from "#core/operations/installation.ts";

/** An installation and its region. An unset region is the region of the AWS profile. */
export interface InstallationRef {
  readonly stage: Stage;
  readonly region: string | undefined;
}

/** Reads --stage and --region. Throws UsageError for an invalid value. */
export function readInstallation(
  values: { readonly stage?: string | undefined; readonly region?: string | undefined },
  config: { readonly region: string | undefined },
): InstallationRef {
  const stage = STAGES.find((known) => known === (values.stage ?? STAGES[0]));
  if (!stage) throw new UsageError(`--stage must be ${STAGES.join(" or ")}, not ${values.stage}.`);
  const region = values.region ?? config.region;
  if (region !== undefined && !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    throw new UsageError(
      `${values.region ? "--region" : "AWS_REGION"}: ${region} is not an AWS region; a region looks like eu-west-1.`,
    );
  return { stage, region };
}

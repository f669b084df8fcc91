import { type Cloud, startCloud } from "#local-cloud/cloud.ts";
import { readSettings, usage } from "#local-cloud/settings.ts";

const args = process.argv.slice(2);
if (args.includes("--help")) {
  console.log(usage());
} else {
  try {
    const settings = readSettings(args, process.env, process.cwd());
    const cloud = await startCloud(settings, complain, (started) =>
      handEnvironment(started, settings.region),
    );
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => void cloud.close().finally(() => process.exit(0)));
    announce(cloud, settings);
  } catch (error) {
    console.error(`local-cloud: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

/** Prints errors that are not returned to a caller. */
function complain(service: string, error: unknown): void {
  console.error(`local-cloud: ${service}:`, error);
}

/**
 * Sets the environment of the catalogue's functions, as on Lambda, without the person's own AWS credentials.
 */
function handEnvironment({ endpoint, credentials }: Cloud, region: string): void {
  for (const name of ["AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_BEARER_TOKEN_BEDROCK"])
    delete process.env[name];
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  });
}

/**
 * Prints the shell commands that select this endpoint. The key stays in its file, which only its owner can
 * read.
 */
function announce(
  { endpoint, credentialsFile }: Cloud,
  { data, region }: { data: string; region: string },
): void {
  console.log(`The local cloud is ready. Its data is in ${data}.

export AWS_ENDPOINT_URL=${endpoint}
export AWS_REGION=${region}
export AWS_SHARED_CREDENTIALS_FILE='${credentialsFile}'
unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_PROFILE
`);
}

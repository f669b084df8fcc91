import { awsClients } from "#adapters/clients.ts";
import { credentials, region } from "#test/cloud/target.ts";

/** The product's own AWS clients, configured through the environment as a function's are. */
export function clientsAt(endpoint: string) {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: "true",
  });
  delete process.env.AWS_SESSION_TOKEN;
  delete process.env.AWS_PROFILE;
  return awsClients({ managementUrl: endpoint });
}

/** Runs a step around every call of a client: to count calls, lose answers or make up errors. */
export function intercept(
  client: { middlewareStack: { add(middleware: any, options: any): void } },
  around: (call: { name: string; input: any }, send: () => Promise<any>) => Promise<any>,
): void {
  client.middlewareStack.add(
    (next: any, { commandName }: any) =>
      async (args: any) =>
        around({ name: commandName, input: args.input }, () => next(args)),
    { step: "initialize", name: crypto.randomUUID() },
  );
}

import { GetParameterCommand, ParameterNotFound, type SSMClient } from "@aws-sdk/client-ssm";

/** Where the CDK's bootstrap stack keeps its version, for the default qualifier. */
const PARAMETER = "/cdk-bootstrap/hnb659fds/version";

/** Version of the CDK's bootstrap stack; undefined where the region was never bootstrapped. */
export async function readBootstrap(client: SSMClient): Promise<number | undefined> {
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: PARAMETER }));
    return Number(Parameter?.Value);
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}

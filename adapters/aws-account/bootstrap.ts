import { GetParameterCommand, ParameterNotFound, type SSMClient } from "@aws-sdk/client-ssm";

/** The parameter with the version of the CDK bootstrap stack, for the default qualifier. */
const PARAMETER = "/cdk-bootstrap/hnb659fds/version";

/** Version of the CDK bootstrap stack; undefined when the region is not bootstrapped. */
export async function readBootstrap(client: SSMClient): Promise<number | undefined> {
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: PARAMETER }));
    return Number(Parameter?.Value);
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}

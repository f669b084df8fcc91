import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Client, logIn } from "#test/e2e/support/client.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";
import { draft, proposal, RIGHT, repaired, says, sumJs, WRONG } from "#test/e2e/support/script.ts";
import { type AwsDouble, awsDouble } from "#test/local-cloud/bedrock/aws-double.ts";

/** Real Bedrock by configuration alone; AWS is a server that checks signature and schema of every request. */

const person = { id: "AKIDPERSON", secret: "the-person's-secret", token: "the-person's-session" };
let aws: AwsDouble;
let gantry: Gantry;
let client: Client;

beforeAll(async () => {
  // Bedrock's larger models answer with text that follows a schema, the smaller ones with a tool.
  const asText = (fixture: ReturnType<typeof says>) => ({
    ...fixture,
    reply: { text: JSON.stringify(fixture.reply.toolUse?.input) },
  });
  aws = await awsDouble(person.secret, [
    asText(says("consultant", "a page", proposal())),
    says("architect", "a page", draft([sumJs(WRONG)])),
    says("healer", "a page", repaired([sumJs(RIGHT)])),
    asText(says("critic", "a page", { verdict: "accept", notes: [] })),
  ]);
  gantry = await startGantry({
    GANTRY_BEDROCK: "aws",
    GANTRY_BEDROCK_URL: aws.url,
    GANTRY_BEDROCK_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: person.id,
    AWS_SECRET_ACCESS_KEY: person.secret,
    AWS_SESSION_TOKEN: person.token,
  });
  client = await logIn(gantry);
});
afterAll(async () => {
  await gantry?.stop();
  await aws?.close();
});

describe("GANTRY_BEDROCK=aws", () => {
  it("calls Bedrock with the person's own credentials, and keeps everything else on this machine", async () => {
    const id = await client.build("Build me a page that shows a sum", { deploy: false, publish: true });
    const mission = await client.wait(id, 100);
    expect(mission).toMatchObject({ status: "SUCCEEDED", attempts: 2, error: null });
    expect(mission.pr_url.startsWith(`${gantry.origin}/github/`)).toBe(true);
    expect(mission.cost_usd).toBeGreaterThan(0);

    expect(aws.seen.map(({ url }) => decodeURIComponent(url ?? "").replace(/-\d{8}-v1:0/, ""))).toEqual([
      "/model/us.anthropic.claude-sonnet-4-5/converse-stream",
      "/model/us.anthropic.claude-sonnet-4-5/converse-stream",
      "/model/us.anthropic.claude-haiku-4-5/converse-stream",
      "/model/us.anthropic.claude-sonnet-4-5/converse-stream",
    ]);
    for (const { headers } of aws.seen) {
      expect(headers.authorization).toContain(`Credential=${person.id}/`);
      expect(headers.authorization).toContain("/eu-central-1/bedrock/aws4_request");
      expect(headers["x-amz-security-token"]).toBe(person.token);
    }
  });

  it("never prints a secret", () => {
    for (const secret of [person.secret, person.token]) expect(gantry.output()).not.toContain(secret);
  });
});

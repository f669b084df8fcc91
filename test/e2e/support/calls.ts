import type { Call } from "#test/support/signing.ts";

const json = (service: string, target: string, input: object = {}, version = "1.1"): Call => ({
  service,
  method: "POST",
  path: "/",
  headers: { "content-type": `application/x-amz-json-${version}`, "x-amz-target": target },
  body: JSON.stringify(input),
});

/** One call of each service that an installation's owner may make, with the status it then has. */
export const CALLS: readonly (Call & { readonly status: number })[] = [
  { ...json("dynamodb", "DynamoDB_20120810.Scan", { TableName: "gantry" }, "1.0"), status: 200 },
  { ...json("dynamodb", "DynamoDBStreams_20120810.ListStreams", {}, "1.0"), status: 200 },
  { ...json("states", "AWSStepFunctions.ListStateMachines", {}, "1.0"), status: 200 },
  { ...json("kms", "TrentService.ListKeys"), status: 200 },
  {
    ...json("kms", "TrentService.Sign", {
      KeyId: "alias/gantry-evidence",
      Message: "Zm9yZ2Vk",
      MessageType: "RAW",
      SigningAlgorithm: "ECDSA_SHA_256",
    }),
    status: 200,
  },
  {
    ...json("ssm", "AmazonSSM.GetParameter", { Name: "/gantry/github-token", WithDecryption: true }),
    status: 200,
  },
  {
    ...json("ecs", "AmazonEC2ContainerServiceV20141113.ListTasks", { cluster: "gantry" }),
    status: 200,
  },
  { ...json("events", "AWSEvents.PutEvents", { Entries: [event()] }), status: 200 },
  {
    service: "lambda",
    method: "GET",
    path: "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Asweep",
    headers: {},
    body: "",
    status: 200,
  },
  {
    service: "bedrock",
    method: "POST",
    path: "/model/gantry.offline-brain%3A0/converse",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ messages: [{ role: "user", content: [{ text: "Hello" }] }] }),
    status: 200,
  },
  {
    service: "execute-api",
    method: "POST",
    path: "/@connections/none%3D",
    headers: { "content-type": "application/octet-stream" },
    body: "hint",
    status: 410,
  },
  {
    service: "sts",
    method: "POST",
    path: "/",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "Action=GetCallerIdentity&Version=2011-06-15",
    status: 200,
  },
  {
    service: "s3",
    method: "PUT",
    path: "/gantry-artifacts/planted",
    headers: { "content-type": "text/plain" },
    body: "planted",
    status: 200,
  },
];

function event() {
  return { Source: "a.test", DetailType: "planted", Detail: "{}" };
}

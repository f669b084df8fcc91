/**
 * CloudFormation's intrinsic functions over synthesised templates, as far as they can be known before a deployment:
 * an account, a region, and a name for each resource that the template does not name.
 */

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, any>>;
}
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>
  >;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: string }>>;
}

export const ACCOUNT = "111122223333";
export const REGION = "us-east-1";

const PSEUDO: Readonly<Record<string, string>> = {
  "AWS::AccountId": ACCOUNT,
  "AWS::Region": REGION,
  "AWS::Partition": "aws",
  "AWS::URLSuffix": "amazonaws.com",
};

/** What `Ref` gives where that is not the resource's name, and the name's property where that has another name. */
const NAMES: Readonly<Record<string, string>> = {
  "AWS::DynamoDB::Table": "TableName",
  "AWS::S3::Bucket": "BucketName",
  "AWS::Lambda::Function": "FunctionName",
  "AWS::IAM::Role": "RoleName",
  "AWS::ECS::Cluster": "ClusterName",
  "AWS::Logs::LogGroup": "LogGroupName",
  "AWS::SQS::Queue": "QueueName",
  "AWS::StepFunctions::StateMachine": "StateMachineName",
  "AWS::SNS::Topic": "TopicName",
};

const ARNS: Readonly<Record<string, (name: string) => string>> = {
  "AWS::DynamoDB::Table": (name) => `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}`,
  "AWS::S3::Bucket": (name) => `arn:aws:s3:::${name}`,
  "AWS::Lambda::Function": (name) => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`,
  "AWS::IAM::Role": (name) => `arn:aws:iam::${ACCOUNT}:role/${name}`,
  "AWS::ECS::Cluster": (name) => `arn:aws:ecs:${REGION}:${ACCOUNT}:cluster/${name}`,
  "AWS::Logs::LogGroup": (name) => `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${name}:*`,
  "AWS::SQS::Queue": (name) => `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`,
  "AWS::KMS::Key": (name) => `arn:aws:kms:${REGION}:${ACCOUNT}:key/${name}`,
  "AWS::StepFunctions::StateMachine": (name) => `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${name}`,
  "AWS::SNS::Topic": (name) => `arn:aws:sns:${REGION}:${ACCOUNT}:${name}`,
};

/** `Ref` of these is their ARN. */
const REF_IS_ARN = new Set(["AWS::StepFunctions::StateMachine", "AWS::SNS::Topic"]);

export interface Resolved {
  /** A value of a stack's template with every intrinsic function worked out. */
  resolve(stack: string, value: unknown): any;
  /** All resources of a type, with their stack and resolved properties. */
  all(type: string): readonly { readonly stack: string; readonly id: string; readonly properties: any }[];
  /** ARN of a resource by its logical id. */
  arn(stack: string, id: string): string;
}

export function resolveTemplates(templates: Readonly<Record<string, Template>>): Resolved {
  const find = (stack: string, id: string): Resource => {
    const resource = templates[stack]?.Resources[id];
    if (!resource) throw new Error(`${stack} has no resource ${id}`);
    return resource;
  };
  const nameOf = (stack: string, id: string): string => {
    const { Type, Properties } = find(stack, id);
    const given = Properties?.[NAMES[Type] ?? ""];
    return given === undefined ? id.toLowerCase() : String(resolve(stack, given));
  };
  const arn = (stack: string, id: string): string => {
    const { Type, Properties } = find(stack, id);
    if (Type === "AWS::ECS::TaskDefinition")
      return `arn:aws:ecs:${REGION}:${ACCOUNT}:task-definition/${resolve(stack, Properties?.Family) ?? id}:1`;
    const make = ARNS[Type];
    return make ? make(nameOf(stack, id)) : `arn:aws:unknown:::${id}`;
  };
  const ref = (stack: string, name: string): unknown => {
    if (name === "AWS::StackName") return stack;
    if (name === "AWS::NoValue") return undefined;
    if (name in PSEUDO) return PSEUDO[name];
    if (!templates[stack]?.Resources[name]) return templates[stack]?.Parameters?.[name]?.Default ?? name;
    const { Type } = find(stack, name);
    return REF_IS_ARN.has(Type) || Type === "AWS::ECS::TaskDefinition"
      ? arn(stack, name)
      : nameOf(stack, name);
  };
  const getAtt = (stack: string, [id = "", attribute = ""]: readonly string[]): unknown => {
    if (attribute === "Arn") return arn(stack, id);
    if (attribute === "StreamArn") return `${arn(stack, id)}/stream/2026-01-01T00:00:00.000`;
    if (attribute === "Name" || attribute === "QueueName") return nameOf(stack, id);
    return `${id.toLowerCase()}.${attribute.toLowerCase()}`;
  };
  const exported = (name: string): unknown => {
    for (const [stack, { Outputs = {} }] of Object.entries(templates))
      for (const { Value, Export } of Object.values(Outputs))
        if (Export && resolve(stack, Export.Name) === name) return resolve(stack, Value);
    throw new Error(`nothing is exported as ${name}`);
  };

  function resolve(stack: string, value: unknown): any {
    if (Array.isArray(value)) return value.map((item) => resolve(stack, item));
    if (value === null || typeof value !== "object") return value;
    const [[key = "", argument] = [], ...others] = Object.entries(value);
    if (others.length > 0 || (key !== "Ref" && !key.startsWith("Fn::")))
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(stack, item)]));
    const at = (item: unknown) => resolve(stack, item);
    switch (key) {
      case "Ref":
        return ref(stack, argument as string);
      case "Fn::GetAtt":
        return getAtt(stack, argument as string[]);
      case "Fn::Join": {
        const [between, parts] = argument as [string, unknown];
        return (at(parts) as unknown[]).map(String).join(between);
      }
      case "Fn::Split": {
        const [between, text] = argument as [string, unknown];
        return String(at(text)).split(between);
      }
      case "Fn::Select": {
        const [index, items] = argument as [string | number, unknown];
        return (at(items) as unknown[])[Number(index)];
      }
      case "Fn::Sub": {
        const [text, given] = Array.isArray(argument) ? argument : [argument, {}];
        return String(text).replace(/\$\{([^!}]+)\}/g, (_, name: string) =>
          String(
            name in given
              ? at(given[name])
              : name.includes(".")
                ? getAtt(stack, name.split("."))
                : ref(stack, name),
          ),
        );
      }
      case "Fn::ImportValue":
        return exported(String(at(argument)));
      case "Fn::GetAZs":
        return [`${REGION}a`, `${REGION}b`, `${REGION}c`];
      default:
        throw new Error(`unknown intrinsic function ${key} in ${stack}`);
    }
  }

  return {
    resolve,
    arn,
    all: (type) =>
      Object.entries(templates).flatMap(([stack, { Resources }]) =>
        Object.entries(Resources)
          .filter(([, { Type }]) => Type === type)
          .map(([id, { Properties }]) => ({ stack, id, properties: resolve(stack, Properties ?? {}) })),
      ),
  };
}

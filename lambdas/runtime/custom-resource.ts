import { z } from "zod";
import { log } from "#lambdas/runtime/log.ts";

const requestSchema = z.object({
  RequestType: z.enum(["Create", "Update", "Delete"]),
  /** Presigned: any client that has it can answer in the function's place, so it is never logged. */
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
});

type Attributes = Readonly<Record<string, string>>;

export interface CustomResource<P> {
  readonly properties: z.ZodType<P>;
  /** The same for the same properties, whatever becomes of the request: another one means another resource. */
  readonly physicalId: string;
  /** On Create and Update. Gives the resource's attributes, if it has any; CloudFormation does not show them. */
  readonly put: (properties: P) => Promise<Attributes | undefined>;
  readonly remove: (properties: P) => Promise<void>;
}

/**
 * The handler of a CloudFormation custom resource (user guide, "Custom resource request objects"). CloudFormation
 * waits for an answer at a presigned URL, so there always is one: SUCCESS, or FAILED with the reason.
 */
export function customResource<P>({ properties, physicalId, put, remove }: CustomResource<P>) {
  return async function handler(event: unknown): Promise<void> {
    const request = requestSchema.parse(event);
    const outcome = await outcomeOf(async () => {
      const given = properties.parse((event as { ResourceProperties?: unknown }).ResourceProperties);
      if (request.RequestType !== "Delete") return put(given);
      await remove(given);
      return undefined;
    });
    await answer(request.ResponseURL, {
      ...outcome,
      PhysicalResourceId: physicalId,
      StackId: request.StackId,
      RequestId: request.RequestId,
      LogicalResourceId: request.LogicalResourceId,
    });
  };
}

/** The answer's part that says how it went; what went wrong in one line, as the stack's events show it. */
async function outcomeOf(work: () => Promise<Attributes | undefined>) {
  try {
    const Data = await work();
    return { Status: "SUCCESS", Reason: "Done.", ...(Data ? { Data, NoEcho: true } : {}) };
  } catch (error) {
    log("error", "custom resource failed", { error });
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { Status: "FAILED", Reason: text.slice(0, 1000) };
  }
}

/** The signature covers an empty content type; fetch would write one of its own. */
async function answer(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: "PUT",
    headers: { "content-type": "" },
    body: new TextEncoder().encode(JSON.stringify(body)),
  });
  if (!response.ok) throw new Error(`CloudFormation did not take the answer: HTTP ${response.status}`);
}

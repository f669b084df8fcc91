import { z } from "zod";
import { log } from "#lambdas/runtime/log.ts";

const requestSchema = z.object({
  RequestType: z.enum(["Create", "Update", "Delete"]),
  /** A presigned URL. Never logged, because any client that has it could respond instead of the function. */
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
});

type Attributes = Readonly<Record<string, string>>;

export interface CustomResource<P> {
  readonly properties: z.ZodType<P>;
  /** Must not change for the same properties, because a different id means a different resource. */
  readonly physicalId: string;
  /** Called on Create and Update. Returns the resource's attributes, if any; CloudFormation does not show them. */
  readonly put: (properties: P) => Promise<Attributes | undefined>;
  readonly remove: (properties: P) => Promise<void>;
}

/**
 * The handler of a CloudFormation custom resource (user guide, "Custom resource request objects"). CloudFormation waits
 * for a response at a presigned URL, so one is always sent: SUCCESS, or FAILED with the reason.
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

/** The status and reason of the response; the stack's events show the reason on one line. */
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

/** Sends the response. The URL's signature covers an empty content type, which fetch would otherwise set. */
async function answer(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: "PUT",
    headers: { "content-type": "" },
    body: new TextEncoder().encode(JSON.stringify(body)),
  });
  if (!response.ok) throw new Error(`CloudFormation did not accept the response: HTTP ${response.status}`);
}

import { z } from "zod";
import { checked } from "#local-cloud/aws-json.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { reference } from "./members.ts";
import type { ParameterStore } from "./parameter-store.ts";

const input = z.strictObject({ ResourceType: z.literal("Parameter"), ResourceId: reference });

/** ListTagsForResource of a parameter. Parameters have no tags here. */
export function listTags(store: ParameterStore, given: unknown) {
  const { ResourceId } = checked(input, given);
  if (!store.get(ResourceId)) throw new ServiceError("InvalidResourceId", "The resource ID is not valid.");
  return { TagList: [] };
}

import { type DefinitionRef, definitionRefSchema } from "#core/kernel/definition-ref.ts";

/** The workflow that an execution follows, by its exact definition. */
export const workflowSchema = definitionRefSchema;
export type WorkflowRef = DefinitionRef;

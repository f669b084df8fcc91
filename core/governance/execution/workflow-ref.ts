import { type DefinitionRef, definitionRefSchema } from "#core/kernel/definition-ref.ts";

/** The workflow of an execution: id, version and digest of its definition. */
export const workflowSchema = definitionRefSchema;
export type WorkflowRef = DefinitionRef;

import { z } from "zod";
import { idSchema } from "#core/kernel/ids.ts";

const labels = z.array(idSchema).readonly();

const common = {
  tenant: idSchema,
  /** The user, service account or agent, by a name that is unique within its kind and tenant. */
  principal: idSchema,
  /** Authority roles: labels that a policy asks for at a gate. They give no right of use. */
  roles: labels,
  teams: labels,
  /** When the principal authenticated: ISO 8601 in UTC. */
  auth_time: z.iso.datetime(),
  /** How, in the words of RFC 8176: `pwd` for a password; `device` for a personal device's key. */
  amr: z.array(z.string().min(1)).readonly(),
};

const humanSchema = z.strictObject({
  ...common,
  kind: z.literal("human"),
  /** The person's role in the tenant: their rights of use. An unknown one has none. */
  membership: z.string().min(1),
  scopes: z.array(z.never()).readonly(),
  /** The id of the personal device through which the person speaks; absent in a session. */
  device: idSchema.optional(),
});

const machineSchema = z.strictObject({
  ...common,
  kind: z.enum(["service", "agent"]),
  membership: z.null(),
  /** What the machine may do. */
  scopes: z.array(z.string().min(1)).readonly(),
});

/** The form in which sessions, tickets and authorizers carry a caller. Whatever else is there is no caller. */
export const callerSchema = z.discriminatedUnion("kind", [humanSchema, machineSchema]);

/**
 * A person who authenticated themselves: in a session, or through a device that they bound in one. The only caller
 * whose decision counts as a human's.
 */
export type HumanCaller = Readonly<z.infer<typeof humanSchema>>;

/** A service account or an agent. It may ask and propose, never decide. */
export type MachineCaller = Readonly<z.infer<typeof machineSchema>>;

/** Who sends a request: always as it was verified, never from the request's own words. */
export type Caller = HumanCaller | MachineCaller;

export const isHuman = (caller: Caller): caller is HumanCaller => caller.kind === "human";

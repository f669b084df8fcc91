import { z } from "zod";
import { idSchema } from "#core/kernel/ids.ts";

const labels = z.array(idSchema).readonly();

const common = {
  tenant: idSchema,
  /** Name of the user, service account or agent; unique within its kind and tenant. */
  principal: idSchema,
  /** Authority roles: labels that a policy requires at gates. They grant no rights to routes. */
  roles: labels,
  teams: labels,
  /** When the principal authenticated, in ISO 8601 UTC. */
  auth_time: z.iso.datetime(),
  /** How it authenticated: a value of RFC 8176 such as `pwd`, or `device` for the key of a personal device. */
  amr: z.array(z.string().min(1)).readonly(),
};

const humanSchema = z.strictObject({
  ...common,
  kind: z.literal("human"),
  /** The person's role in the tenant, which determines their rights. An unknown role has none. */
  membership: z.string().min(1),
  scopes: z.array(z.never()).readonly(),
  /** The id of the personal device that the person uses; absent in a session. */
  device: idSchema.optional(),
});

const machineSchema = z.strictObject({
  ...common,
  kind: z.enum(["service", "agent"]),
  membership: z.null(),
  /** The scopes of the machine's key. */
  scopes: z.array(z.string().min(1)).readonly(),
});

/** The schema of callers in sessions, tickets and authorizer contexts. */
export const callerSchema = z.discriminatedUnion("kind", [humanSchema, machineSchema]);

/**
 * An authenticated person: in a session, or through a device that they bound in a session. Only this kind of caller can
 * make human decisions.
 */
export type HumanCaller = Readonly<z.infer<typeof humanSchema>>;

/** The schema of people who speak through a personal device. */
export const deviceSchema = humanSchema.required({ device: true });
export type DeviceCaller = Readonly<z.infer<typeof deviceSchema>>;

/** A service account or an agent. It may read and propose, but never decide. */
export type MachineCaller = Readonly<z.infer<typeof machineSchema>>;

/** The verified sender of a request. Never taken from unverified claims of the request. */
export type Caller = HumanCaller | MachineCaller;

export const isHuman = (caller: Caller): caller is HumanCaller => caller.kind === "human";

import {
  advance,
  type Directive,
  type DirectiveFact,
  type DirectiveState,
} from "#core/directives/directive.ts";
import type { ToolResult } from "#core/directives/tool.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { type AggregateRef, metaKey } from "#core/kernel/keys.ts";
import type { Appended, Decide } from "#core/kernel/ledger/opened.ts";
import { conflict } from "#core/kernel/ledger/retry-on-conflict.ts";
import { type SignalDraft, SYSTEM } from "#core/kernel/ledger/signal.ts";
import type { Item, Store } from "#core/kernel/ledger/store.ts";

/** The part of an execution's state that contains its directives. */
interface Governed {
  readonly directives: readonly DirectiveFact[] | undefined;
}

/**
 * The execution that an effect is for. Its chain contains the directive's signals, and its projection must reduce them
 * with `nextDirectives`, which refuses illegal transitions.
 */
export interface Subject {
  readonly tenant: string;
  readonly execution: string;
  /** Changes the execution; see {@link Opened}. */
  append(decide: Decide<Governed>): Promise<Appended<Governed>>;
  /** Throws when no effect may be dispatched for an execution in this state. */
  requireGoing(state: Governed | null): void;
}

export interface Records {
  readonly store: Pick<Store, "get">;
}

export interface Request {
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly key: string;
}

export function directiveId(
  { execution }: Pick<Subject, "execution">,
  { tool, key }: Omit<Request, "args">,
): string {
  return `d_${sha256Hex(`${execution}\n${tool}\n${key}`).slice(0, 32)}`;
}

export async function findDirective(
  { store }: Pick<Records, "store">,
  { tenant }: Pick<Subject, "tenant">,
  id: string,
): Promise<Directive | undefined> {
  const stored = (await store.get(metaKey(directiveRef(tenant, id))))?.directive as Directive | undefined;
  return stored && { ...stored, directive: id };
}

/**
 * Records a directive and its first states in one transaction. Undefined, without writing anything, when it is already
 * recorded.
 */
export async function recordRequest(
  subject: Subject,
  { tool, args, key }: Request,
  passes: readonly DirectiveState[],
): Promise<Directive | undefined> {
  const requested: Directive = {
    directive: directiveId(subject, { tool, key }),
    tool,
    state: "requested",
    attempt: 0,
    args_sha256: canonicalHash(args),
    idempotency_key: key,
    args,
    result: null,
  };
  const states = [requested];
  for (const to of passes) states.push(advance(states.at(-1) as Directive, to));
  const last = states.at(-1) as Directive;
  const put = itemOf(subject, last);
  const { signals } = await subject.append((state) => {
    if (factIn(state, last)) return null;
    if (last.state === "dispatched") subject.requireGoing(state);
    return { drafts: states.map(changed), writes: [{ put, when: { absent: true } }] };
  });
  return signals.length > 0 ? last : undefined;
}

/**
 * Records the next state of a directive, with its result or decision and with `facts`. Throws IllegalTransition for a
 * transition that is not permitted, Conflict when another process has changed the directive.
 */
export async function recordChange(
  subject: Subject,
  directive: Directive,
  to: DirectiveState,
  known: {
    readonly result?: ToolResult;
    readonly decision?: string;
    readonly facts?: readonly SignalDraft[];
  } = {},
): Promise<Directive> {
  const { facts = [], ...values } = known;
  const next = advance(directive, to, values);
  const { state, attempt } = directive;
  await subject.append((execution) => {
    const now = factIn(execution, directive);
    if (now && (now.state !== state || now.attempt !== attempt))
      throw conflict(
        `Conflict with a concurrent change of the directive ${directive.directive}; try again.`,
        {
          directive: directive.directive,
          state: now.state,
        },
      );
    if (to === "dispatched") subject.requireGoing(execution);
    return {
      drafts: [changed(next), ...facts],
      writes: [{ put: itemOf(subject, next), when: { equals: { state, attempt } } }],
    };
  });
  return next;
}

const factIn = (state: Governed | null, { directive }: DirectiveFact) =>
  state?.directives?.find((fact) => fact.directive === directive);

const directiveRef = (tenant: string, id: string): AggregateRef => ({ tenant, kind: "directive", id });

function itemOf({ tenant }: Subject, directive: Directive): Item {
  const { state, attempt } = directive;
  return { ...metaKey(directiveRef(tenant, directive.directive)), state, attempt, directive };
}

function changed({ args: _, result: __, ...fact }: Directive): SignalDraft {
  return { type: "gantry.directive.changed", data: { ...fact }, actor: SYSTEM };
}

import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Gate } from "#sdk/typescript/api.ts";
import { client } from "../service/client.ts";
import { gates, queries } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { Button } from "../ui/button.tsx";
import { Digest } from "../ui/copy.tsx";
import { Empty } from "../ui/empty.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Panel } from "../ui/panel.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { Time } from "../ui/time.tsx";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";
import { Snapshot } from "./snapshot.tsx";

/** What waits for a decision. */
export function ApprovalsPage() {
  const words = useWords().gates;
  const query = useQuery(gates);
  return (
    <Page title={words.approvals} lead={words.lead} narrow>
      <Async query={query}>
        {({ gates: open }) =>
          open.length === 0 ? (
            <Empty title={words.none}>{words.noneLead}</Empty>
          ) : (
            <ul className="space-y-4">
              {open.map((gate) => (
                <li key={gate.gate_id}>
                  <GateCard gate={gate} />
                </li>
              ))}
            </ul>
          )
        }
      </Async>
    </Page>
  );
}

function GateCard({ gate }: { readonly gate: Gate }) {
  const words = useWords().gates;
  const {
    gate_id,
    title,
    name,
    opened_at,
    expires_at,
    snapshot_sha256,
    approvers,
    policy,
    may_decide,
    conversation_id,
  } = gate;
  // The plan of a consultation is confirmed where it is shown in full.
  const isPlan = name === "build.confirm" && conversation_id !== null;
  return (
    <Panel aria-label={title}>
      <h2 className="font-semibold">
        <bdi>{title}</bdi>
      </h2>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-muted">{words.requiredBy}</dt>
        <dd>
          {policy.id} {policy.version}
        </dd>
        <dt className="text-muted">{words.whoDecides}</dt>
        <dd>{approvers.join(", ")}</dd>
        <dt className="text-muted">{words.opened}</dt>
        <dd>
          <Time at={opened_at} />
        </dd>
        <dt className="text-muted">{words.ends}</dt>
        <dd>{inline(words.endsRejected(<Time at={expires_at} />))}</dd>
        <dt className="text-muted">{words.snapshot}</dt>
        <dd>
          <Digest value={snapshot_sha256} label={words.theSnapshot} />
        </dd>
      </dl>
      {isPlan ? (
        <Link
          to="/conversations/$id"
          params={{ id: conversation_id }}
          className="mt-4 inline-block underline"
        >
          {words.readPlan}
        </Link>
      ) : may_decide ? (
        <>
          <Snapshot gate={gate_id} />
          <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
            <dt className="text-muted">{words.approve}</dt>
            <dd>{words.effectOfYes}</dd>
            <dt className="text-muted">{words.reject}</dt>
            <dd>{words.effectOfNo}</dd>
          </dl>
          <Decide gate={gate} />
        </>
      ) : (
        <p className="mt-4 text-muted">{words.notYours}</p>
      )}
    </Panel>
  );
}

/** The decision is bound to the snapshot and the epoch that are shown. */
function Decide({ gate: { gate_id, snapshot_sha256, epoch, justification } }: { readonly gate: Gate }) {
  const words = useWords().gates;
  const [reason, setReason] = useState("");
  const decide = useMutation({
    mutationFn: (type: "APPROVE" | "REJECT") =>
      client.decide({ gate_id, type, snapshot_sha256, epoch, justification: reason }),
    onSettled: () => queries.invalidateQueries(gates),
  });
  const chosen = decide.isPending ? decide.variables : undefined;
  return (
    <form className="mt-4 space-y-3" onSubmit={(event) => event.preventDefault()}>
      <Field
        label={justification === "required" ? words.reason : words.optionalReason}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {decide.isError && <Notice kind="error">{sentenceOf(decide.error)}</Notice>}
      <div className="flex gap-2">
        <Button kind="primary" busy={chosen === "APPROVE"} onClick={() => decide.mutate("APPROVE")}>
          {words.approve}
        </Button>
        <Button kind="danger" busy={chosen === "REJECT"} onClick={() => decide.mutate("REJECT")}>
          {words.reject}
        </Button>
      </div>
    </form>
  );
}

import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { Mission } from "#sdk/typescript/api.ts";
import { client } from "../service/client.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { useWords } from "../words/words.ts";
import { isSettled, STANDINGS } from "./phases.ts";
import { ShareButton } from "./share-button.tsx";

/** What can be done with a mission in its state: cancel it, run it again, or change its app. */
export function MissionActions({ mission }: { readonly mission: Mission }) {
  const { mission_id: id, status, project, url, cancel_requested_at } = mission;
  const { missions } = useWords();
  const navigate = useNavigate();
  const cancel = useMutation({ mutationFn: () => client.cancel({ id }) });
  const retry = useMutation({
    mutationFn: () => client.retry({ id }),
    onSuccess: ({ mission_id }) =>
      mission_id ? navigate({ to: "/missions/$id", params: { id: mission_id } }) : undefined,
  });
  const trouble = cancel.error ?? retry.error;
  const settled = isSettled(status);
  return (
    <>
      {trouble && (
        <p role="alert" className="self-center text-bad">
          {sentenceOf(trouble)}
        </p>
      )}
      {!settled && (
        <ConfirmButton
          label={missions.cancel}
          question={missions.askCancel}
          busy={cancel.isPending || cancel_requested_at !== null}
          confirm={() => cancel.mutate()}
        />
      )}
      {settled && STANDINGS[status] !== "done" && (
        <Button busy={retry.isPending} onClick={() => retry.mutate()}>
          {missions.runAgain}
        </Button>
      )}
      {url && settled && (
        <Link to="/" search={{ change: project }} className={buttonLook()}>
          {missions.changeApp}
        </Link>
      )}
      <ShareButton mission={id} />
    </>
  );
}

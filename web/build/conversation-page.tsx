import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ConsultationWithMessages } from "#sdk/typescript/api.ts";
import { PlanCard } from "../plan/plan-card.tsx";
import { expectChange } from "../plan/seen-plans.ts";
import { client } from "../service/client.ts";
import { consultation, refreshConversation } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { useWords } from "../words/words.ts";
import { Archive } from "./archive.tsx";
import { Composer, type Message } from "./composer.tsx";
import { imageFields } from "./design-image.ts";
import { Messages } from "./messages.tsx";
import { Questions } from "./questions.tsx";
import { Rename } from "./rename.tsx";

const route = getRouteApi("/conversations/$id");

/** A conversation, with the plan to which it has led. */
export function ConversationPage() {
  const { build } = useWords();
  const { id } = route.useParams();
  const query = useQuery(consultation(id));
  return (
    <Page
      title={query.data?.title || build.conversation}
      actions={
        query.data && (
          <>
            <Rename id={id} title={query.data.title} />
            <Archive consultation={query.data} />
          </>
        )
      }
    >
      <Async query={query} lines={5}>
        {(data) => <Conversation key={id} consultation={data} />}
      </Async>
    </Page>
  );
}

function Conversation({ consultation: current }: { readonly consultation: ConsultationWithMessages }) {
  const { build } = useWords();
  const { conversation_id: id, state, plan, mission_id } = current;
  const planning = state === "planning";
  const { mutateAsync: send, ...sending } = useMutation({
    mutationFn: async ({ text, image }: Message) => {
      expectChange(id);
      return client.consult({ conversation_id: id, message: text, ...(await imageFields(image)) });
    },
    onSettled: () => refreshConversation(id),
  });
  const pending = sending.isPending ? sending.variables.text : undefined;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
      <div>
        <Messages messages={current.messages} pending={pending} planning={planning || sending.isPending} />
        {state === "confirmed" ? (
          <Confirmed mission={mission_id} />
        ) : (
          <div className="mt-4 space-y-3">
            {plan && (
              <Questions questions={plan.questions} answer={(text) => void send({ text, image: null })} />
            )}
            {sending.isError && <Notice kind="error">{sentenceOf(sending.error)}</Notice>}
            <Composer
              label={build.yourMessage}
              action={build.send}
              placeholder={build.messageHint}
              busy={sending.isPending || planning}
              send={send}
            />
          </div>
        )}
      </div>
      {plan && <PlanCard consultation={current} plan={plan} />}
    </div>
  );
}

function Confirmed({ mission }: { readonly mission: string | undefined }) {
  const { build } = useWords();
  return (
    <div className="mt-4">
      <Notice kind="done">
        {build.confirmed}{" "}
        {mission && (
          <Link to="/missions/$id" params={{ id: mission }} className="underline">
            {build.followMission}
          </Link>
        )}
      </Notice>
    </div>
  );
}

import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { NewestMissions } from "../missions/newest-missions.tsx";
import { client } from "../service/client.ts";
import { consultation, consultations, project, queries, themes } from "../service/queries.ts";
import { Notice } from "../ui/notice.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { useWords } from "../words/words.ts";
import { Composer, type Message } from "./composer.tsx";
import { imageFields } from "./design-image.ts";
import { EXAMPLES } from "./examples.ts";
import { Hindrances, useOwnersChecks } from "./hindrances.tsx";
import { ThemeChoice, type ThemeId } from "./theme-choice.tsx";

const route = getRouteApi("/");

/** Where a conversation starts: about a new app, or about a change to one. */
export function BuildPage() {
  const { build } = useWords();
  const { change } = route.useSearch();
  const [start, setStart] = useState<string>();
  const [look, setLook] = useState<ThemeId>();
  const { send, ...sending } = useFirstMessage(change, look);
  const name = useQuery({ ...project(change ?? ""), enabled: change !== undefined }).data?.title ?? change;
  useEffect(() => {
    document.title = `${build.title} – Gantry`;
  }, [build]);
  return (
    <div className="mx-auto max-w-4xl px-4 py-10 sm:px-6 sm:py-16">
      <h1 className="sr-only">{build.title}</h1>
      <Composer
        label={name === undefined ? build.whatToBuild : build.whatToChange(name)}
        action={build.planIt}
        placeholder={change ? build.aChange : build.anApp}
        labelled
        images={!change}
        busy={sending.isPending}
        start={start}
        send={send}
      />
      {sending.isError && (
        <div className="mt-3">
          <Notice kind="error">{sentenceOf(sending.error)}</Notice>
        </div>
      )}
      {change ? <NewestMissions /> : <Offers look={look} chooseLook={setLook} chooseExample={setStart} />}
    </div>
  );
}

interface OffersProps {
  readonly look: ThemeId | undefined;
  readonly chooseLook: (look: ThemeId | undefined) => void;
  readonly chooseExample: (say: string) => void;
}

/** What helps to begin. Shown at once when all of it is known, so that nothing is pushed down by what comes later. */
function Offers({ look, chooseLook, chooseExample }: OffersProps) {
  const isLoading = [useQuery(themes), useOwnersChecks()].some((query) => query.isLoading);
  if (isLoading) return null;
  return (
    <>
      <Hindrances />
      <ThemeChoice chosen={look} choose={chooseLook} />
      <Examples choose={chooseExample} />
      <NewestMissions />
    </>
  );
}

/** Starts the conversation and opens its page. */
function useFirstMessage(change: string | undefined, look: ThemeId | undefined) {
  const navigate = useNavigate();
  const { mutateAsync, ...rest } = useMutation({
    mutationFn: async ({ text, image }: Message) =>
      change
        ? client.change({ id: change, message: text })
        : client.consult({
            message: text,
            ...(await imageFields(image)),
            ...(look ? { design_target: look } : {}),
          }),
    onSuccess: ({ conversation_id: id }) => {
      void queries.invalidateQueries(consultations);
      void queries.prefetchQuery(consultation(id));
      return navigate({ to: "/conversations/$id", params: { id } });
    },
  });
  return { send: mutateAsync, ...rest };
}

function Examples({ choose }: { readonly choose: (say: string) => void }) {
  const { build } = useWords();
  return (
    <section aria-labelledby="examples" className="mt-10">
      <h2 id="examples" className="mb-3 text-sm font-semibold text-muted">
        {build.examplesTitle}
      </h2>
      <ul className="grid grid-cols-2 gap-3 lg:grid-cols-3">
        {EXAMPLES.map(({ id, light, dark }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => choose(build.examples[id])}
              className="h-full w-full overflow-hidden rounded-panel border border-line bg-panel text-start transition-colors hover:border-edge"
            >
              <picture>
                <source srcSet={dark} media="(prefers-color-scheme: dark)" />
                <img
                  src={light}
                  alt=""
                  loading="lazy"
                  width="640"
                  height="400"
                  className="aspect-[8/5] w-full object-cover object-top"
                />
              </picture>
              <span className="block px-3 py-2">{build.examples[id]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

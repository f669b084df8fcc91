import { useState } from "react";
import type { Aside } from "./earlier";

/** Says that data of an earlier version was put aside, and offers it as a file. */
export function Unreadable({ aside, onDiscard }: { readonly aside: Aside; readonly onDiscard: () => void }) {
  const [href] = useState(() => URL.createObjectURL(new Blob([aside.text], { type: "text/plain" })));
  const [discarded, setDiscarded] = useState(false);
  const discard = () => {
    if (!confirm("Delete the data that could not be read? It cannot be brought back.")) return;
    onDiscard();
    setDiscarded(true);
  };
  if (discarded) return null;
  return (
    <aside className="notice" role="alert">
      <p>Some stored data could not be read. It was put aside; nothing of it was deleted.</p>
      <div className="actions">
        <a className="button small" href={href} download={`${aside.name}.txt`}>
          Download it
        </a>
        <button type="button" className="button quiet small" onClick={discard}>
          Delete it
        </button>
      </div>
    </aside>
  );
}

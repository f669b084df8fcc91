import { useEffect, useRef } from "react";

/** A place in the page for what the library draws by itself, such as the messages of the app. It is drawn once. */
export function Nodes({ draw }: { readonly draw: () => readonly Node[] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.replaceChildren(...draw()), []);
  return <div ref={place} />;
}

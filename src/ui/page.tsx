import type { ReactNode } from 'react';

/** Title of a page, where it lies, one line about it, and what can be done. */
export function PageHead({
  title,
  trail,
  about,
  children,
}: {
  title: ReactNode;
  trail?: ReactNode;
  about?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="page-head">
      <div className="page-head-words">
        {trail ? <div className="page-head-trail">{trail}</div> : null}
        <h1>{title}</h1>
        {about ? <p className="page-head-about">{about}</p> : null}
      </div>
      {children ? <div className="page-head-deeds no-print">{children}</div> : null}
    </header>
  );
}

/** A place with nothing in it yet: what it will hold, and the first step. */
export function Empty({
  icon,
  title,
  children,
  deed,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  deed?: ReactNode;
}) {
  return (
    <div className="silence">
      {icon ? <span className="silence-mark">{icon}</span> : null}
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {deed}
    </div>
  );
}

/** Something went wrong: what happened, what was kept, what to do. */
export function Wrong({
  icon,
  title,
  children,
  deed,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  deed?: ReactNode;
}) {
  return (
    <div className="silence silence-wrong" role="alert">
      {icon ? <span className="silence-mark">{icon}</span> : null}
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {deed}
    </div>
  );
}

/** One number that matters, with its word. */
export function Stat({ word, value, note }: { word: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="stat">
      <dt>{word}</dt>
      <dd>
        {value}
        {note ? <small>{note}</small> : null}
      </dd>
    </div>
  );
}

export const Stats = ({ children }: { children: ReactNode }) => <dl className="stats">{children}</dl>;

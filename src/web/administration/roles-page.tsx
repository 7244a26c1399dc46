import './roles.css';
import { ROLES, type Role } from '../../core/rules/access.ts';
import { COMBINATIONS, combinationsIn, MATTERS, type Matter, scopesInMatter } from '../../core/rules/matters.ts';
import { useText } from '../language.tsx';
import { useSession } from '../session.tsx';

/** The table of rights in plain words: what each role may do, how far, and what to mind when one person holds several. */
export function RolesPage() {
  const text = useText();
  const words = text.roles;
  const { person } = useSession();
  const own = combinationsIn(person.roles);
  return (
    <>
      <p className="page-note quiet">{words.about}</p>
      <p>
        <b>{words.yours}</b> {words.here(person.organisation.name)}:{' '}
        {person.roles.map((role) => words.names[role]).join(', ')}.
      </p>
      <div className="roles">
        {ROLES.map((role) => (
          <RoleCard key={role} role={role} own={person.roles.includes(role)} />
        ))}
      </div>
      <section className="card" aria-labelledby="roles-combined">
        <h2 id="roles-combined">{words.combined}</h2>
        <p className="card-body quiet">{words.combinedAbout}</p>
        <dl className="role-rights">
          {COMBINATIONS.map(({ code, roles }) => (
            <div key={code}>
              <dt>
                <b>{words.combinations[code].title}</b>{' '}
                {own.includes(code) ? <span className="badge tone-honour">{words.yoursToo}</span> : null}
              </dt>
              <dd>
                {roles.map((role) => words.names[role]).join(' + ')}. {words.combinations[code].about}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

/** What everybody may; it would only fill every card. */
const OF_EVERYBODY: readonly Matter[] = ['own-session', 'names', 'house-rules'];

function RoleCard({ role, own }: { role: Role; own: boolean }) {
  const words = useText().roles;
  const rights = MATTERS.map((matter) => ({ matter, scopes: scopesInMatter(matter, role) })).filter(
    ({ matter, scopes }) => !OF_EVERYBODY.includes(matter) && scopes.some((scope) => scope !== 'self'),
  );
  return (
    <section className="card" aria-labelledby={`role-${role}`}>
      <h2 id={`role-${role}`}>
        {words.names[role]} {own ? <span className="badge tone-honour">{words.yours}</span> : null}
      </h2>
      <p className="card-body">{words.purposes[role]}</p>
      <dl className="role-rights">
        {rights.map(({ matter, scopes }) => (
          <div key={matter}>
            <dt>{words.matters[matter]}</dt>
            <dd>{scopes.map((scope) => words.scopes[scope]).join('; ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

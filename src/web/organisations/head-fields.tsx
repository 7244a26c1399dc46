import { Select, TextInput } from '@mantine/core';
import type { OrganisationHead } from '../../contract/organisation-acts.ts';
import type { Organisation } from '../../contract/organisations.ts';
import { ORGANISATION_KINDS, ORGANISATION_LEVELS } from '../../core/rules/organisations.ts';
import { useText } from '../language.tsx';

/** What is being entered about an organisation. */
export const headOf = ({ name, issuerName, kind, level, code }: Organisation): OrganisationHead => ({
  name,
  issuerName,
  kind,
  level,
  code,
});

const orNull = (typed: string) => (typed.trim() === '' ? null : typed);

/** As the server takes it: without blanks around. */
export const cleanHead = ({ name, issuerName, code, ...rest }: OrganisationHead): OrganisationHead => ({
  ...rest,
  name: name.trim(),
  issuerName: issuerName === null ? null : orNull(issuerName.trim()),
  code: code === null ? null : orNull(code.trim()),
});

/** Name, kind, level, code and name as an issuer of an organisation. */
export function HeadFields({
  head,
  change,
  alike = false,
}: {
  head: OrganisationHead;
  change: (head: OrganisationHead) => void;
  /** Kind and level are those of what it comes from. */
  alike?: boolean;
}) {
  const text = useText();
  const words = text.organisationPages;
  const { kinds, levels } = text.organisations;
  return (
    <>
      <TextInput
        label={words.name}
        required
        maxLength={200}
        value={head.name}
        onChange={(event) => change({ ...head, name: event.currentTarget.value })}
      />
      {alike ? null : (
        <div className="form-pair">
          <Select
            label={words.kind}
            allowDeselect={false}
            value={head.kind}
            data={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
            onChange={(value) =>
              change({ ...head, kind: ORGANISATION_KINDS.find((one) => one === value) ?? head.kind })
            }
          />
          <Select
            label={words.level}
            allowDeselect={false}
            value={head.level}
            data={ORGANISATION_LEVELS.map((level) => ({ value: level, label: levels[level] }))}
            onChange={(value) =>
              change({ ...head, level: ORGANISATION_LEVELS.find((one) => one === value) ?? head.level })
            }
          />
        </div>
      )}
      <TextInput
        label={words.issuer}
        maxLength={250}
        value={head.issuerName ?? ''}
        onChange={(event) => change({ ...head, issuerName: orNull(event.currentTarget.value) })}
      />
      <TextInput
        label={words.code}
        maxLength={30}
        value={head.code ?? ''}
        onChange={(event) => change({ ...head, code: orNull(event.currentTarget.value) })}
      />
    </>
  );
}

import { Button, Checkbox, Radio, Select, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OrganisationId } from '../../contract/ids.ts';
import {
  addClusterMember,
  createOrganisation,
  dissolveOrganisation,
  mergeOrganisations,
  moveOrganisation,
  type OrganisationHead,
  renameOrganisation,
  splitOrganisation,
} from '../../contract/organisation-acts.ts';
import { listOrganisations, type Organisation, type OrganisationRef } from '../../contract/organisations.ts';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { OrganisationPicker, OrganisationsPicker } from '../organisation-picker.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { cleanHead, HeadFields, headOf } from './head-fields.tsx';

export type DialogProps = {
  one: Organisation;
  version: number;
  close: () => void;
  done: (organisationId: OrganisationId) => void;
};

const EMPTY: OrganisationHead = { name: '', issuerName: null, kind: 'village', level: 'unit', code: null };
const filled = ({ name }: OrganisationHead): boolean => name.trim() !== '';

export function AddDialog({ one, close, done }: DialogProps) {
  const words = useText().organisationPages;
  const [head, setHead] = useState<OrganisationHead>(
    one.level === 'province' ? { ...EMPTY, kind: 'people-committee', level: 'commune' } : EMPTY,
  );
  const [ever, setEver] = useState(true);
  return (
    <ChangeDialog
      title={words.add}
      deedWord={words.add}
      close={close}
      done={done}
      will={() => (filled(head) ? words.willAdd(head.name.trim(), one.name) : null)}
      deed={async (actionId, { on, paper }) =>
        (
          await call(createOrganisation, {
            actionId,
            on: ever ? null : on,
            paper,
            head: cleanHead(head),
            parentId: one.id,
          })
        ).organisationId
      }
    >
      <HeadFields head={head} change={setHead} />
      <Checkbox label={words.sinceEver} checked={ever} onChange={(event) => setEver(event.currentTarget.checked)} />
    </ChangeDialog>
  );
}

export function RenameDialog({ one, version, close, done }: DialogProps) {
  const words = useText().organisationPages;
  const [head, setHead] = useState(headOf(one));
  const [slip, setSlip] = useState(false);
  return (
    <ChangeDialog
      title={words.rename}
      deedWord={words.rename}
      close={close}
      done={done}
      timeless={slip}
      will={(on) => {
        if (!filled(head) || JSON.stringify(cleanHead(head)) === JSON.stringify(headOf(one))) return null;
        return slip ? words.willCorrect(one.name, head.name.trim()) : words.willRename(one.name, head.name.trim(), on);
      }}
      deed={async (actionId, timed) =>
        (
          await call(renameOrganisation, {
            actionId,
            ...timed,
            organisationId: one.id,
            version,
            head: cleanHead(head),
            slip,
          })
        ).organisationId
      }
    >
      <HeadFields head={head} change={setHead} />
      <Checkbox label={words.slip} checked={slip} onChange={(event) => setSlip(event.currentTarget.checked)} />
    </ChangeDialog>
  );
}

export function MoveDialog({ one, close, done }: DialogProps) {
  const words = useText().organisationPages;
  const [parent, setParent] = useState<OrganisationRef | null>(null);
  return (
    <ChangeDialog
      title={words.move}
      deedWord={words.move}
      close={close}
      done={done}
      will={(on) => (parent ? words.willMove(one.name, parent.name, on) : null)}
      deed={async (actionId, timed) =>
        (await call(moveOrganisation, { actionId, ...timed, organisationId: one.id, parentId: parent?.id ?? one.id }))
          .organisationId
      }
    >
      <OrganisationPicker label={words.newParent} required value={parent} onChange={setParent} />
    </ChangeDialog>
  );
}

export function MergeDialog({ one, close, done }: DialogProps) {
  const words = useText().organisationPages;
  const [others, setOthers] = useState<OrganisationRef[]>([]);
  const [fresh, setFresh] = useState(true);
  const [head, setHead] = useState<OrganisationHead>({ ...headOf(one), code: null });
  const names = others.map(({ name }) => name);
  return (
    <ChangeDialog
      title={words.merge}
      deedWord={words.merge}
      destructive
      close={close}
      done={done}
      will={(on) => {
        if (others.length === 0 || (fresh && !filled(head))) return null;
        return fresh
          ? words.willMerge([one.name, ...names], head.name.trim(), on)
          : words.willMerge(names, one.name, on);
      }}
      deed={async (actionId, timed) => {
        const ids = others.map(({ id }) => id);
        const into = fresh ? { head: cleanHead(head), parentId: one.parentId ?? one.id } : { organisationId: one.id };
        const organisationIds = fresh ? [one.id, ...ids] : ids;
        return (await call(mergeOrganisations, { actionId, ...timed, organisationIds, into })).organisationId;
      }}
    >
      <OrganisationsPicker
        label={words.with}
        required
        without={[one.id, ...(one.parentId ? [one.parentId] : [])]}
        value={others}
        onChange={setOthers}
      />
      <Radio.Group label={words.into} value={fresh ? 'new' : 'this'} onChange={(value) => setFresh(value === 'new')}>
        <Stack gap="xs" mt="xs">
          <Radio value="new" label={words.intoNew} />
          <Radio value="this" label={words.intoThis(one.name)} />
        </Stack>
      </Radio.Group>
      {fresh ? <HeadFields head={head} change={setHead} alike /> : null}
    </ChangeDialog>
  );
}

type Part = { key: number; head: OrganisationHead };

export function SplitDialog({ one, close, done }: DialogProps) {
  const words = useText().organisationPages;
  const like = { ...headOf(one), name: '', issuerName: null, code: null };
  const [parts, setParts] = useState<Part[]>([
    { key: 1, head: like },
    { key: 2, head: like },
  ]);
  const [stays, setStays] = useState(false);
  const [given, setGiven] = useState<Record<string, number>>({});
  const children = useChildren(one.id);
  const partOf = (id: string) => given[id] ?? (stays ? null : (parts[0]?.key ?? null));
  const called = (part: Part, at: number) => (filled(part.head) ? part.head.name.trim() : words.part(at + 1));
  return (
    <ChangeDialog
      title={words.split}
      deedWord={words.split}
      destructive
      close={close}
      done={done}
      will={(on) =>
        parts.every(({ head }) => filled(head)) ? words.willSplit(one.name, parts.map(called), stays, on) : null
      }
      deed={async (actionId, timed) =>
        (
          await call(splitOrganisation, {
            actionId,
            ...timed,
            organisationId: one.id,
            stays,
            parts: parts.map(({ key, head }) => ({
              ...cleanHead(head),
              childIds: children.filter(({ id }) => partOf(id) === key).map(({ id }) => id),
            })),
          })
        ).organisationId
      }
    >
      <Checkbox label={words.stays} checked={stays} onChange={(event) => setStays(event.currentTarget.checked)} />
      {parts.map((part, at) => (
        <fieldset key={part.key} className="organisation-part">
          <legend>{words.part(at + 1)}</legend>
          <Stack gap="xs">
            <HeadFields
              head={part.head}
              alike
              change={(head) => setParts(parts.map((old) => (old.key === part.key ? { ...old, head } : old)))}
            />
            {parts.length > 1 ? (
              <Button variant="default" onClick={() => setParts(parts.filter(({ key }) => key !== part.key))}>
                {words.removePart}
              </Button>
            ) : null}
          </Stack>
        </fieldset>
      ))}
      <Button
        variant="default"
        onClick={() => setParts([...parts, { key: Math.max(...parts.map(({ key }) => key)) + 1, head: like }])}
      >
        {words.addPart}
      </Button>
      {children.map((child) => (
        <Select
          key={child.id}
          label={words.childGoes(child.name)}
          allowDeselect={false}
          value={String(partOf(child.id) ?? 'stays')}
          data={[
            ...(stays ? [{ value: 'stays', label: words.staysHere }] : []),
            ...parts.map((part, at) => ({ value: String(part.key), label: called(part, at) })),
          ]}
          onChange={(value) => setGiven({ ...given, [child.id]: Number(value) })}
        />
      ))}
    </ChangeDialog>
  );
}

function useChildren(id: OrganisationId): Organisation[] {
  const [children, setChildren] = useState<Organisation[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    call(listOrganisations, { under: id, reach: 'children', limit: 500 }, { signal: abort.signal }).then(
      ({ organisations }) => setChildren(organisations.filter(({ depth }) => depth === 1)),
      () => undefined,
    );
    return () => abort.abort();
  }, [id]);
  return children;
}

export function DissolveDialog({ one, close, done }: DialogProps) {
  const words = useText().organisationPages;
  const [successors, setSuccessors] = useState<OrganisationRef[]>([]);
  const [heir, setHeir] = useState<OrganisationRef | null>(null);
  return (
    <ChangeDialog
      title={words.dissolve}
      deedWord={words.dissolve}
      destructive
      close={close}
      done={done}
      will={(on) =>
        one.childCount > 0 && !heir
          ? null
          : words.willDissolve(
              one.name,
              successors.map(({ name }) => name),
              on,
            )
      }
      deed={async (actionId, timed) =>
        (
          await call(dissolveOrganisation, {
            actionId,
            ...timed,
            organisationId: one.id,
            successorIds: successors.map(({ id }) => id),
            childrenTo: heir?.id ?? null,
          })
        ).organisationId
      }
    >
      <OrganisationsPicker
        label={words.successorsOf}
        description={words.successorsAbout}
        value={successors}
        onChange={setSuccessors}
      />
      {one.childCount > 0 ? (
        <OrganisationPicker label={words.childrenTo} required value={heir} onChange={setHeir} />
      ) : null}
    </ChangeDialog>
  );
}

export function MemberDialog({ one, close, done }: DialogProps) {
  const words = useText().organisationPages;
  const [member, setMember] = useState<OrganisationRef | null>(null);
  return (
    <ChangeDialog
      title={words.addMember}
      deedWord={words.addMember}
      close={close}
      done={done}
      will={(on) => (member ? words.willJoin(member.name, one.name, on) : null)}
      deed={async (actionId, { on }) => {
        await call(addClusterMember, { actionId, clusterId: one.id, memberId: member?.id ?? one.id, on });
        return one.id;
      }}
    >
      <OrganisationPicker label={words.member} required value={member} onChange={setMember} />
    </ChangeDialog>
  );
}

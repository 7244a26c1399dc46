import { Button, Group, Loader, Modal, Select, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { addCommunes, previewCommunes } from '../../contract/commune-list.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { OrganisationId } from '../../contract/ids.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { errorWords, sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { useFocusBack } from '../use-focus-back.ts';

type Shown = OutputOf<typeof previewCommunes>;

type Props = { under: OrganisationRef; close: () => void; done: (organisationId: OrganisationId) => void };

/** Communes of the built-in list: shown with those that are there already, then added in one change. */
export function CommunesDialog({ under, close, done }: Props) {
  const text = useText();
  const words = text.organisationPages;
  const { busy, error, run } = useAct();
  useFocusBack();
  const [province, setProvince] = useState<string | null>(null);
  const { shown, wrong } = useCommunes(under.id, province);
  const chosen = shown?.province ?? null;
  const apply = async () => {
    if (!chosen) return;
    const answer = await run((actionId) =>
      call(addCommunes, { actionId, organisationId: under.id, province: chosen.code }),
    );
    if (!answer) return;
    sayDone(words.communesDone(answer.added));
    done(answer.organisationId);
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={words.addCommunes}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <Stack gap="sm">
        <p className="form-note">{words.communesAbout}</p>
        <Select
          label={words.communesProvince}
          searchable
          allowDeselect={false}
          nothingFoundMessage={text.fields.organisationNone}
          value={province ?? chosen?.code ?? null}
          data={(shown?.provinces ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setProvince}
        />
        {wrong ? (
          <p className="form-error" role="alert">
            <b>{wrong.title}</b> {wrong.about}
          </p>
        ) : shown === null ? (
          <Loader size={20} role="status" aria-label={text.frame.loading} />
        ) : chosen === null ? (
          <p className="form-note">{words.communesChoose}</p>
        ) : (
          <Lists shown={shown} under={under.name} />
        )}
        <ActErrorNote error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close}>
            {text.frame.cancel}
          </Button>
          {shown && shown.fresh.length > 0 ? (
            <Button loading={busy} onClick={() => void apply()}>
              {words.communesAdd(shown.fresh.length)}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  );
}

function Lists({ shown, under }: { shown: Shown; under: string }) {
  const words = useText().organisationPages;
  return (
    <>
      {shown.fresh.length === 0 ? (
        <p className="form-note" role="status">
          {words.communesAll}
        </p>
      ) : (
        <>
          <p role="status" className="commune-count">
            <b>{words.communesWill(shown.fresh.length, under)}</b>
          </p>
          <section className="commune-list" aria-label={words.addCommunes} tabIndex={0}>
            <ul>
              {shown.fresh.map(({ code, name }) => (
                <li key={code}>
                  {name} <small className="quiet">{code}</small>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      {shown.there.length > 0 ? (
        <details>
          <summary>{words.communesThere(shown.there.length)}</summary>
          <ul className="commune-names">
            {shown.there.map(({ code, name, by }) => (
              <li key={code}>
                {name}{' '}
                <small className="quiet">
                  {code} · {words.communesBy[by]}
                </small>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** What the list has for a province; asked anew for another. */
function useCommunes(organisationId: OrganisationId, province: string | null) {
  const text = useText();
  const [shown, setShown] = useState<Shown | null>(null);
  const [wrong, setWrong] = useState<{ title: string; about: string | null } | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    setWrong(null);
    call(
      previewCommunes,
      { organisationId, ...(province === null ? {} : { province }) },
      { signal: abort.signal },
    ).then(setShown, (error: unknown) => {
      if (!abort.signal.aborted) setWrong(errorWords(text, error));
    });
    return () => abort.abort();
  }, [organisationId, province, text]);
  return { shown, wrong };
}

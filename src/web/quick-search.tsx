import { Combobox, Loader, Modal, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OutputOf } from '../contract/endpoint.ts';
import { findTargets, listMovements, type MovementRow } from '../contract/movements.ts';
import type { Person } from '../contract/session.ts';
import { matchesSearch } from '../core/text/search.ts';
import { call } from './call.ts';
import { useText } from './language.tsx';
import { pagesOf } from './places.ts';

export function useQuickSearch() {
  const [opened, setOpened] = useState(false);
  useHotkeys([['mod+K', () => setOpened(true)]], []);
  return { opened, open: () => setOpened(true), close: () => setOpened(false) };
}

/** Movements, targets and pages by a few letters, without diacritics, from anywhere. */
export function QuickSearch({ person, opened, close }: { person: Person; opened: boolean; close: () => void }) {
  const text = useText();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={text.frame.searchTitle}
      size="lg"
      yOffset="12vh"
      centered={false}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <Search person={person} close={close} />
    </Modal>
  );
}

function Search({ person, close }: { person: Person; close: () => void }) {
  const text = useText();
  const navigate = useNavigate();
  const combobox = useCombobox();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words, 150);
  const { movements, targets, busy } = useFound(words, asked);
  const pages = pagesOf(person, text).filter(({ word }) => words === '' || matchesSearch(word, words));
  const go = (to: string) => {
    close();
    void navigate(to);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={go} withinPortal={false}>
      <Combobox.EventsTarget>
        <TextInput
          data-autofocus
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            combobox.resetSelectedOption();
          }}
          aria-label={text.frame.search}
          placeholder={text.frame.search}
          leftSection={<IconSearch size={16} />}
          rightSection={busy ? <Loader size={16} /> : null}
        />
      </Combobox.EventsTarget>
      <Combobox.Options mt="sm" mah="50vh" style={{ overflowY: 'auto' }}>
        {movements.length > 0 ? (
          <Combobox.Group label={text.frame.movements}>
            {movements.map((movement) => (
              <Combobox.Option key={movement.id} value={`/phong-trao/${movement.id}`}>
                {movement.title}
                <small className="quiet">
                  {' '}
                  {movement.organisation.name} · {movement.year}
                </small>
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ) : null}
        {targets.length > 0 ? (
          <Combobox.Group label={text.workroom.movements.targets}>
            {targets.map(({ id, name, movement }) => (
              <Combobox.Option key={id} value={`/phong-trao/${movement.id}/chi-tieu#${id}`}>
                {name}
                <small className="quiet option-path">
                  {movement.organisation.name} · {movement.year} · {movement.title}
                </small>
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ) : null}
        {pages.length > 0 ? (
          <Combobox.Group label={text.frame.searchPages}>
            {pages.map(({ to, word }) => (
              <Combobox.Option key={to} value={to}>
                {word}
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ) : null}
        {movements.length === 0 && targets.length === 0 && pages.length === 0 && !busy ? (
          <Combobox.Empty>{text.frame.searchNothing}</Combobox.Empty>
        ) : null}
      </Combobox.Options>
    </Combobox>
  );
}

type FoundTarget = OutputOf<typeof findTargets>['targets'][number];
type Found = { movements: MovementRow[]; targets: FoundTarget[] };

function useFound(words: string, asked: string): Found & { busy: boolean } {
  const [found, setFound] = useState<(Found & { words: string }) | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const options = { signal: abort.signal };
    Promise.all([
      call(listMovements, { q: asked, pageSize: 8 }, options),
      asked.trim().length < 2 ? { targets: [] } : call(findTargets, { q: asked, limit: 8 }, options),
    ]).then(
      ([{ movements }, { targets }]) => setFound({ words: asked, movements, targets }),
      () => setFound((before) => (abort.signal.aborted ? before : { words: asked, movements: [], targets: [] })),
    );
    return () => abort.abort();
  }, [asked]);
  const fresh = found?.words === words;
  // Until the answer is here, what was found for fewer letters is shown only where it still fits: Enter must never take
  // something that is no longer asked for.
  const movements = (found?.movements ?? []).filter(
    ({ title, organisation }) => fresh || matchesSearch(`${title} ${organisation.name}`, words),
  );
  const targets = (found?.targets ?? []).filter(({ name }) => fresh || matchesSearch(name, words));
  return { movements, targets, busy: !fresh };
}

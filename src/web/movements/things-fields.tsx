import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { MOST_THINGS } from '../../contract/target-details.ts';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';

export type ThingRow = { thingId: string | null; name: string; heldFrom: string | null; heldUntil: string | null };

/** The few named things that a ratio counts, each with the title it holds. */
export function ThingsFields({ things, change }: { things: ThingRow[]; change: (things: ThingRow[]) => void }) {
  const words = useText().targetDetails;
  const [pasted, setPasted] = useState('');
  const put = (at: number, more: Partial<ThingRow>) =>
    change(things.map((thing, place) => (place === at ? { ...thing, ...more } : thing)));
  const fresh = (name: string): ThingRow => ({ thingId: null, name, heldFrom: null, heldUntil: null });
  const takePasted = () => {
    const names = pasted
      .split('\n')
      .map((line) => line.trim().slice(0, 200))
      .filter((line) => line !== '' && !things.some(({ name }) => name === line));
    change([...things, ...[...new Set(names)].map(fresh)].slice(0, MOST_THINGS));
    setPasted('');
  };
  return (
    <section className="card" aria-labelledby="things">
      <h2 id="things">{words.thingsTitle}</h2>
      <div className="form card-body">
        <p className="form-note">{words.thingsAbout}</p>
        <ol className="things">
          {things.map((thing, at) => (
            <li key={thing.thingId ?? `new ${at}`}>
              <TextInput
                label={words.thingName}
                maxLength={200}
                value={thing.name}
                onChange={(event) => put(at, { name: event.currentTarget.value })}
              />
              <DateField label={words.heldFrom} value={thing.heldFrom} onChange={(heldFrom) => put(at, { heldFrom })} />
              <DateField
                label={words.heldUntil}
                value={thing.heldUntil}
                onChange={(heldUntil) => put(at, { heldUntil })}
              />
              <ActionIcon
                variant="subtle"
                color="red"
                size={36}
                aria-label={words.thingDrop(thing.name)}
                title={words.thingDrop(thing.name)}
                onClick={() => change(things.filter((_, place) => place !== at))}
              >
                <IconX size={17} />
              </ActionIcon>
            </li>
          ))}
        </ol>
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            disabled={things.length >= MOST_THINGS}
            onClick={() => change([...things, fresh('')])}
          >
            {words.thingAdd}
          </Button>
        </div>
        <Textarea
          label={words.thingsPaste}
          autosize
          minRows={2}
          maxRows={6}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
          onBlur={() => (pasted.trim() === '' ? null : takePasted())}
        />
      </div>
    </section>
  );
}

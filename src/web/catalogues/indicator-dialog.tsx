import { Checkbox, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addIndicator, type CatalogueIndicator, changeIndicator } from '../../contract/catalogues.ts';
import type { ActionId } from '../../contract/ids.ts';
import { DIRECTIONS, DOMAIN_CODES } from '../../core/rules/indicators.ts';
import { NATURES, ROLL_UPS } from '../../core/rules/progress.ts';
import { call } from '../call.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { useAct } from '../use-act.ts';
import { useCatalogue } from '../use-catalogue.ts';

type Props = { indicator: CatalogueIndicator | null; close: () => void; done: () => void };

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 1)
    .slice(0, 20);

/** Adds an indicator of the province's own, or says how one is called here and whether it is still offered. */
export function IndicatorDialog({ indicator, close, done }: Props) {
  const text = useText();
  const words = text.catalogues;
  const { busy, error, run } = useAct();
  const [name, setName] = useState(indicator?.name ?? '');
  const [aliases, setAliases] = useState((indicator?.ownAliases ?? []).join('\n'));
  const [retired, setRetired] = useState(indicator?.retired ?? false);
  const checkedBefore = indicator?.rollUpChecked?.against ?? '';
  const [against, setAgainst] = useState(checkedBefore);
  const [unit, setUnit] = useState('%');
  const [domain, setDomain] = useState<(typeof DOMAIN_CODES)[number]>('kinh_te');
  const [better, setBetter] = useState<(typeof DIRECTIONS)[number]>('higher');
  const [nature, setNature] = useState<(typeof NATURES)[number]>('level');
  const [rollUp, setRollUp] = useState<(typeof ROLL_UPS)[number]>('sum');
  const [weighedBy, setWeighedBy] = useState<string | null>(null);
  const weighers = useCatalogue().all.filter((one) => one.rollUp === 'sum');
  const deed = (actionId: ActionId) => {
    const named = { actionId, name, aliases: linesOf(aliases) };
    return indicator
      ? call(changeIndicator, {
          ...{ ...named, code: indicator.code, version: indicator.version, retired },
          ...(against.trim() === checkedBefore ? {} : { rollUpCheckedAgainst: against.trim() || null }),
        })
      : call(addIndicator, {
          ...{ ...named, domain, unit, better, nature, rollUp },
          ...(rollUp === 'weighted-mean' && weighedBy !== null ? { weighedBy } : {}),
        });
  };
  const save = async () => {
    if (await run(deed)) done();
  };
  const choice = <T extends string>(list: readonly T[], named: Readonly<Record<string, string>>) =>
    list.map((value) => ({ value, label: named[value] ?? value }));
  return (
    <Modal
      opened
      onClose={close}
      title={indicator ? words.editNamed(indicator.name) : words.add}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form
        className="keep-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label={words.name}
          required
          minLength={3}
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {indicator ? null : (
          <>
            <Select
              label={words.domain}
              allowDeselect={false}
              value={domain}
              data={choice(DOMAIN_CODES, text.movements.domains)}
              onChange={(next) => setDomain(DOMAIN_CODES.find((code) => code === next) ?? domain)}
            />
            <TextInput
              label={words.unit}
              required
              maxLength={60}
              value={unit}
              onChange={(event) => setUnit(event.currentTarget.value)}
            />
            <Select
              label={words.better}
              allowDeselect={false}
              value={better}
              data={choice(DIRECTIONS, words.betters)}
              onChange={(next) => setBetter(DIRECTIONS.find((one) => one === next) ?? better)}
            />
            <Select
              label={words.nature}
              allowDeselect={false}
              value={nature}
              data={choice(NATURES, words.natures)}
              onChange={(next) => setNature(NATURES.find((one) => one === next) ?? nature)}
            />
            <Select
              label={words.rollUp}
              allowDeselect={false}
              value={rollUp}
              data={choice(ROLL_UPS, words.rollUps)}
              onChange={(next) => setRollUp(ROLL_UPS.find((one) => one === next) ?? rollUp)}
            />
            {rollUp === 'weighted-mean' ? (
              <Select
                label={words.weighedBy}
                description={words.weighedByHint}
                required
                searchable
                value={weighedBy}
                data={weighers.map(({ code, name: label }) => ({ value: code, label }))}
                onChange={setWeighedBy}
              />
            ) : null}
          </>
        )}
        <Textarea
          label={words.aliases}
          description={words.aliasesHint}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          value={aliases}
          onChange={(event) => setAliases(event.currentTarget.value)}
        />
        {indicator?.rollUpAssumed || indicator?.rollUpChecked ? (
          <TextInput
            label={words.checkedAgainst}
            description={words.checkedHint(words.rollUps[indicator.rollUp])}
            maxLength={300}
            value={against}
            onChange={(event) => setAgainst(event.currentTarget.value)}
          />
        ) : null}
        {indicator ? (
          <Checkbox
            label={words.retire}
            description={words.retireHint}
            checked={retired}
            onChange={(event) => setRetired(event.currentTarget.checked)}
          />
        ) : null}
        <DialogEnd error={error} busy={busy} close={close} word={text.frame.save} />
      </form>
    </Modal>
  );
}

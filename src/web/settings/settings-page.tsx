import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import { listSettings, type SettingLine, type SettingView, withdrawSetting } from '../../contract/settings.ts';
import { SETTING_GROUPS, type SettingValue } from '../../core/law/settings.ts';
import { dayInVietnam } from '../../core/rules/calendar.ts';
import { formatDate } from '../../core/text/dates.ts';
import { matchesSearch } from '../../core/text/search.ts';
import type { Text } from '../../core/text/vi.ts';
import { Empty } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { SettingDialog } from './setting-dialog.tsx';

export const settingsLoader = ({ request }: LoaderFunctionArgs) => {
  const on = new URL(request.url).searchParams.get('ngay');
  return call(listSettings, on ? { on } : {}, { signal: request.signal });
};

/** What holds here, since when, and who said so. */
export function SettingsPage() {
  const text = useText();
  const words = text.settings;
  const { organisation, on, settings } = useLoaderData<OutputOf<typeof listSettings>>();
  const [, setQuery] = useSearchParams();
  const [typed, setTyped] = useState('');
  const [changing, setChanging] = useState<SettingView | null>(null);
  const { revalidate } = useRevalidator();
  const shown = settings.filter(({ key, source }) =>
    matchesSearch(`${words.names[key]} ${words.abouts[key]} ${source ?? ''}`, typed),
  );
  return (
    <section aria-labelledby="settings-head">
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <h2 id="settings-head" className="visually-hidden">
        {words.title}
      </h2>
      <p className="keep-quiet">
        {words.about} {words.of(organisation.name)}.
      </p>
      <search className="keep-filters no-print" aria-label={words.search}>
        <TextInput
          className="keep-words"
          type="search"
          label={words.search}
          leftSection={<IconSearch size={16} />}
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <DateField
          label={words.on}
          value={on}
          onChange={(day) => setQuery(day ? { ngay: day } : {}, { replace: true, preventScrollReset: true })}
        />
      </search>
      {shown.length === 0 ? (
        <div className="card">
          <Empty icon={<IconSettings size={32} stroke={1.5} />} title={words.none}>
            {words.noneAbout}
          </Empty>
        </div>
      ) : null}
      <div className="keep-cards">
        {SETTING_GROUPS.map((group) => {
          const rows = shown.filter((setting) => setting.group === group);
          return rows.length === 0 ? null : (
            <section key={group} className="card" aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{words.groups[group]}</h2>
              {rows.map((setting) => (
                <Row key={setting.key} setting={setting} change={() => setChanging(setting)} />
              ))}
            </section>
          );
        })}
      </div>
      {changing ? (
        <SettingDialog
          setting={changing}
          close={() => setChanging(null)}
          done={() => {
            setChanging(null);
            sayDone(words.saved);
            void revalidate();
          }}
        />
      ) : null}
    </section>
  );
}

/** A value in words: "Bật", "80 %", "10/12 hằng năm". */
export function valueWords(text: Text, setting: SettingView, value: SettingValue): string {
  const words = text.settings;
  if (typeof value === 'boolean') {
    if (setting.group === 'modules') return value ? words.turnedOn : words.turnedOff;
    return value ? words.yes : words.no;
  }
  if (typeof value === 'string') return `${value.split('-').reverse().join('/')} ${words.units['month-day']}`;
  return setting.unit === null ? String(value) : `${value} ${words.units[setting.unit]}`;
}

function Row({ setting, change }: { setting: SettingView; change: () => void }) {
  const text = useText();
  const words = text.settings;
  const { key, status, source, value, history, checked } = setting;
  const name = words.names[key];
  return (
    <article className="keep-row">
      <div>
        <h3>{name}</h3>
        <p>{words.abouts[key]}</p>
        <p>
          {checked ? (
            <span className="badge tone-done">{words.checked}</span>
          ) : (
            <span className={`badge tone-${status === 'unverified' ? 'warning' : 'info'}`}>
              {words.statuses[status]}
            </span>
          )}
          {source === null ? null : ` ${words.source}: ${source}`}
        </p>
        {checked ? <p>{words.checkedBy(checked.against, checked.post, formatDate(dayInVietnam(checked.at)))}</p> : null}
      </div>
      <div className="keep-value">
        {valueWords(text, setting, value)}
        {value === setting.default ? <span className="keep-quiet">{words.isDefault}</span> : null}
        {setting.aboveDecides ? <span className="keep-quiet">{words.aboveDecides}</span> : null}
      </div>
      {setting.maySet ? (
        <Button variant="default" size="sm" aria-label={words.changeNamed(name)} onClick={change}>
          {words.change}
        </Button>
      ) : (
        <span />
      )}
      <details>
        <summary>{words.history}</summary>
        {history.length === 0 ? <p>{words.historyNone}</p> : null}
        <ul className="keep-history">
          {history.map((line) => (
            <Line key={line.id} setting={setting} line={line} />
          ))}
        </ul>
      </details>
    </article>
  );
}

function Line({ setting, line }: { setting: SettingView; line: SettingLine }) {
  const text = useText();
  const words = text.settings;
  const [asking, setAsking] = useState(false);
  const { revalidate } = useRevalidator();
  return (
    <li>
      <b className={line.withdrawn ? 'keep-gone' : undefined}>
        {line.value === null ? words.asAbove : valueWords(text, setting, line.value)}
      </b>
      <span>{words.from(formatDate(line.validFrom))}</span>
      <span className="keep-quiet">{words.setBy(line.post, line.organisation.name)}</span>
      {line.reason ? <span className="keep-quiet">{line.reason}</span> : null}
      {line.checkedAgainst ? <span className="keep-quiet">{words.checkedLine(line.checkedAgainst)}</span> : null}
      {line.withdrawn ? <span className="keep-quiet">{words.withdrawnBy(line.withdrawn.post)}</span> : null}
      {line.mayWithdraw ? (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          {words.withdraw}
        </Button>
      ) : null}
      <Confirm
        opened={asking}
        close={() => setAsking(false)}
        question={words.withdrawQuestion}
        deedWord={words.withdraw}
        deed={(actionId) => call(withdrawSetting, { actionId, settingId: line.id })}
        done={() => {
          sayDone(words.withdrawn);
          void revalidate();
        }}
      />
    </li>
  );
}

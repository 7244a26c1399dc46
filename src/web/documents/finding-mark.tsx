import { Popover } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReadingContent } from '../../contract/reading.ts';
import { useText } from '../language.tsx';

type Finding = ReadingContent['findings'][number];

/** ⚠ beside a row: what the checker says of its sentence. */
export function FindingMark({ findings }: { findings: readonly Finding[] }) {
  const text = useText();
  const grave = findings.filter(({ severity }) => severity !== 'info');
  if (grave.length === 0) return null;
  return (
    <Popover width={340} position="bottom-end" withArrow shadow="md">
      <Popover.Target>
        <button
          type="button"
          className="finding-mark"
          aria-label={`${text.workroom.reading.tabs.findings}: ${grave.map((one) => one.message).join(' ')}`}
        >
          <IconAlertTriangle size={16} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {grave.map((finding) => (
          <p key={`${finding.rule}-${finding.message}`} className="finding-words">
            {finding.message}
            {finding.suggestion ? (
              <span className="quiet">
                {' '}
                {text.workroom.reading.suggestion}: {finding.suggestion}
              </span>
            ) : null}
          </p>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

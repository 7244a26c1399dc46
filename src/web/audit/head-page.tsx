import { Button, CopyButton } from '@mantine/core';
import { useState } from 'react';
import { Link, useLoaderData, useRevalidator } from 'react-router';
import { checkAudit, getAuditHead } from '../../contract/audit.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { auditEn } from '../../core/text/en/audit.ts';
import { formatDecimal } from '../../core/text/numbers.ts';
import { auditVi } from '../../core/text/vi/audit.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { useLanguage, useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { useAct } from '../use-act.ts';

export const headLoader = () => call(getAuditHead, {});

/** Where the log ends, as a page to print, sign and keep. */
export function AuditHeadPage() {
  const text = useText();
  const words = text.auditLog;
  const head = useLoaderData<OutputOf<typeof getAuditHead>>();
  const at = formatMoment(head.lastAt ?? new Date().toISOString());
  const code = `${head.count}:${head.hash}`;
  return (
    <>
      <title>{`${words.head} · ${text.frame.product}`}</title>
      <div className="keep-deeds no-print">
        <Link to="/quan-tri/nhat-ky">{words.back}</Link>
        <div className="page-head-deeds">
          <CopyButton value={code}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? words.copied : words.copy}
              </Button>
            )}
          </CopyButton>
          <Button onClick={() => window.print()}>{words.print}</Button>
        </div>
      </div>
      <p className="keep-quiet no-print">{words.headAbout}</p>
      <article className="keep-paper">
        <h2>{words.headTitle(head.province)}</h2>
        <p>{words.headSentence(formatDecimal(head.count), at)}</p>
        <code className="keep-code">{code}</code>
        <p>
          {words.headHow} <code>thidua audit verify --anchor {code}</code>
        </p>
        <Check checked={head.checked} />
        <div className="keep-sign">
          <span>{words.headPlaceDate}</span>
          <b>{words.headSigned}</b>
        </div>
      </article>
    </>
  );
}

function Check({ checked }: { checked: OutputOf<typeof getAuditHead>['checked'] }) {
  const words = useText().auditLog;
  const { language } = useLanguage();
  const { hows } = language === 'en' ? auditEn : auditVi;
  const { busy, error, run } = useAct();
  const [said, setSaid] = useState<OutputOf<typeof checkAudit> | null>(null);
  const { revalidate } = useRevalidator();
  const check = async () => {
    const found = await run((actionId) => call(checkAudit, { actionId }));
    if (found) setSaid(found);
    await revalidate();
  };
  const how = (code: string) => (hows as Partial<Record<string, string>>)[code] ?? code;
  return (
    <>
      <p role="status">
        {said
          ? said.whole
            ? words.isWhole(formatDecimal(said.rows))
            : said.breaks.map((broken) => words.isBroken(broken.seq, how(broken.how))).join(' ')
          : checked === null
            ? words.neverChecked
            : checked.whole
              ? words.checkedWhole(formatMoment(checked.at))
              : words.checkedBroken(formatMoment(checked.at))}
      </p>
      <ActErrorNote error={error} />
      <p className="no-print">
        <Button variant="default" loading={busy} onClick={() => void check()}>
          {words.check}
        </Button>
      </p>
    </>
  );
}

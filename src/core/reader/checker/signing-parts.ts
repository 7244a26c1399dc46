/** TT-05 and TT-06: the signature block and the list of recipients, by Phụ lục I of Nghị định 30/2020/NĐ-CP. */

import { fold } from '../../text/search.ts';
import type { Line } from '../blocks.ts';
import type { Finding, Severity, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { isPartyDocument } from './format-parts.ts';

/** Who signs for whom, how the names are written, and how the list of recipients ends. */
export function checkSigningParts(context: CheckContext): Finding[] {
  return isPartyDocument(context) ? [] : [...checkSignature(context), ...checkRecipients(context)];
}

/** Lines from the end of the body on. */
function tailLines({ doc, reading }: CheckContext): Line[] {
  const end = doc.parts[1]?.firstLine ?? doc.lines.length;
  const listAt = reading.recipients[0]?.span[0];
  const from = doc.lines.findIndex((line) => line.text.endsWith('./.') || (listAt !== undefined && line.end >= listAt));
  return doc.lines.slice(from < 0 ? Math.max(0, end - 40) : from, end);
}

type Signed = { authority: Line | null; lines: Line[] };

const AUTHORITY = /^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|Q)\s?[.:/]?\s?\p{Lu}/u;
const POST =
  /^(?:PHÓ )?(?:QUYỀN )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG|CHỦ NHIỆM|CHÁNH|HIỆU TRƯỞNG|TỔNG|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG)/;

function signatureOf(context: CheckContext): Signed {
  const lines = tailLines(context).filter((line) => AUTHORITY.test(line.text) || POST.test(line.text));
  return { authority: lines.find((line) => AUTHORITY.test(line.text)) ?? null, lines };
}

function checkSignature(context: CheckContext): Finding[] {
  const { text, reading } = context;
  const { lines } = signatureOf(context);
  const findings: Finding[] = [];
  const add = (line: Line, message: string, suggestion: string | null = null, severity: Severity = 'warning'): void => {
    findings.push(toFinding(context, { rule: 'TT-05', severity, span: [line.start, line.end], message, suggestion }));
  };
  lines.forEach((line, at) => {
    const printed = line.text;
    if (/^(?:T\/M|K\/T|T\/L)/.test(printed))
      add(line, text.signSlash(), printed.replace('/', '').replace(/^(..)\s?/, '$1. '));
    else if (/^(?:TM|KT|TL|TUQ)\s?[^.\s]/.test(printed.slice(0, 5)) && !/^(?:TM|KT|TL|TUQ)\./.test(printed))
      add(line, text.signDot(), printed.replace(/^(TM|KT|TL|TUQ)\s?[:/]?\s?/, '$1. '), 'info');
    if (/^TM\s?[.:/]?\s?(?:UBND|HĐND|UB|BCH|BTV|BCĐ|HĐTĐKT)(?=\s|$)/.test(printed))
      add(line, text.signAbbreviated(), fullAuthority(printed));
    else if (
      /^TM\.\s?(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN) (?:XÃ|PHƯỜNG|TỈNH|THÀNH PHỐ|HUYỆN|THỊ TRẤN|ĐẶC KHU)/.test(
        printed,
      )
    )
      add(line, text.signPlace(), fullAuthority(printed), 'info');
    const next = lines[at + 1]?.text ?? '';
    const before = lines[at - 1]?.text ?? '';
    if (
      /^KT\s?[.:]?\s?/.test(printed) &&
      next !== '' &&
      POST.test(next) &&
      !next.startsWith('PHÓ') &&
      !next.startsWith('THỨ')
    )
      add(line, text.signDeputy());
    if (/^PHÓ CHỦ TỊCH/.test(printed) && !/^K\/?T/.test(before)) add(line, text.signForHead(), 'KT. CHỦ TỊCH');
    if (/^PHÓ .*(?:THƯỜNG TRỰC|PHỤ TRÁCH)/.test(printed))
      add(line, text.signPost(), printed.replace(/ (?:THƯỜNG TRỰC|PHỤ TRÁCH).*/, ''));
  });
  const first = lines[0];
  const collective = /^(?:uy ban|hoi dong) nhan dan/.test(fold(reading.issuer?.name ?? ''));
  if (
    first &&
    collective &&
    /^(?:KT\. ?)?CHỦ TỊCH/.test(first.text) &&
    ['KH', 'BC', 'TTr', 'CTr', 'NQ'].includes(reading.kindCode ?? '')
  )
    add(first, text.signCollective(), 'TM. ỦY BAN NHÂN DÂN', 'info');
  return [...findings, ...checkDegree(context)];
}

function fullAuthority(printed: string): string {
  return /HĐND|HỘI ĐỒNG/.test(printed)
    ? 'TM. HỘI ĐỒNG NHÂN DÂN'
    : /UB/.test(printed) || /ỦY BAN|UỶ BAN/.test(printed)
      ? 'TM. ỦY BAN NHÂN DÂN'
      : printed;
}

const DEGREE = /^(?:TS|ThS|PGS|GS|PGS\.TS|GS\.TS|BS|CN|KS|NGƯT|NGND)\.\s?\p{Lu}/u;

/** "ThS. Nguyễn Văn A": no academic title before the name; schools, hospitals and institutes are free to. */
function checkDegree(context: CheckContext): Finding[] {
  if (/truong|benh vien|vien |hoc vien/.test(fold(context.reading.issuer?.name ?? ''))) return [];
  const line = tailLines(context).find((one) => one.text.length < 60 && DEGREE.test(one.text) && !one.label);
  if (!line) return [];
  const right = line.text.replace(/^(?:[\p{L}]{2,4}\.\s?){1,2}/u, '');
  return [
    toFinding(context, {
      rule: 'TT-05',
      span: [line.start, line.end],
      message: context.text.signDegree(),
      suggestion: right,
    }),
  ];
}

function checkRecipients(context: CheckContext): Finding[] {
  const { reading, text, doc } = context;
  const { recipients } = reading;
  const report = (span: Span | null, severity: Severity, message: string, suggestion: string | null = null): Finding =>
    toFinding(context, { rule: 'TT-06', severity, span, message, suggestion });
  if (recipients.length === 0) return context.draft ? [] : [report(null, 'info', text.recipientsAbsent())];
  const findings: Finding[] = [];
  const kept = recipients.find((one) => /^lưu(?![\p{L}])/iu.test(one.text));
  if (!kept) findings.push(report(null, 'info', text.keptAbsent()));
  else {
    if (!/^lưu\s?:/iu.test(kept.text))
      findings.push(report(kept.span, 'warning', text.keptColon(), kept.text.replace(/^lưu\s*/iu, 'Lưu: ')));
    else if (/^lưu\s?:\s?VT$/iu.test(kept.text.trim())) findings.push(report(kept.span, 'info', text.keptUnit()));
    if (recipients.at(-1) !== kept) findings.push(report(kept.span, 'info', text.keptLast()));
  }
  for (const one of recipients)
    if (
      reading.issuer?.level === 'commune' &&
      /(?<![\p{L}\d])TU(?![\p{L}\d])/u.test(one.text) &&
      /phường|xã/u.test(one.text)
    )
      findings.push(
        report(one.span, 'warning', text.partyLevel(), one.text.replace(/(?<![\p{L}\d])TU(?![\p{L}\d])/u, 'Đảng ủy')),
      );
  return [...findings, ...endMarks(context, doc.text, report)];
}

function endMarks(
  { reading, text }: CheckContext,
  whole: string,
  report: (span: Span | null, severity: Severity, message: string) => Finding,
): Finding[] {
  const { recipients } = reading;
  const behind = (end: number) => whole.slice(end, end + 10);
  const late = /^\s?[;.]\s?\((?:b\/c|để b\/c|để báo cáo)\)/;
  const copied = recipients.find(
    (one) => late.test(behind(one.span[1])) || /[;.]\s?\((?:b\/c|để báo cáo)\)$/.test(one.text),
  );
  if (copied) return [report(copied.span, 'info', text.copyMark())];
  const wrong = recipients.filter((one, at) => {
    const mark = behind(one.span[1]).trimStart()[0];
    const last = at === recipients.length - 1;
    return last ? mark === ';' || mark === ',' : mark !== ';' && mark !== '.';
  });
  const first = wrong[0];
  return first ? [report(first.span, 'info', text.recipientMarks(wrong.length))] : [];
}

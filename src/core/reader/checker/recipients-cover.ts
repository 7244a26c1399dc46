/** TC-02: whoever is given duties should receive the document. */

import { fold, wordsHeld } from '../../text/search.ts';
import { lineAt } from '../outline.ts';
import type { Duty, Finding, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';

const FINDINGS_AT_MOST = 3;

/** Units with duties that no recipient names or covers. Groups of bodies cover their members. */
export function uncoveredDuties(context: CheckContext): Finding[] {
  const { reading, text, doc } = context;
  if (reading.recipients.length === 0) return [];
  const recipients = reading.recipients.map((one) => normal(one.text));
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const duty of reading.duties) {
    const name = normal(duty.organisation);
    if (!isAddressed(context, duty) || told.has(name) || findings.length >= FINDINGS_AT_MOST) continue;
    told.add(name);
    if (!BODY.test(name) || isGroup(name) || isOwn(context, name)) continue;
    // "Đồn Biên phòng, Ban Chỉ huy Quân sự": enough that one of them is left out of all.
    const parts = name
      .split(/, | va (?=(?:phong|ban|so|cong an|doan|hoi|uy ban|van phong|trung tam|mat tran))/)
      .filter((part) => BODY.test(part));
    if (parts.every((part) => isOwn(context, part) || recipients.some((one) => covers(one, part)))) continue;
    const at = doc.text.indexOf(duty.organisation, duty.span[0]);
    const span: Span = at >= 0 && at < duty.span[1] + 80 ? [at, at + duty.organisation.length] : shortened(duty);
    findings.push(toFinding(context, { rule: 'TC-02', span, message: text.notRecipient(duty.organisation) }));
  }
  return findings;
}

/** Leads, or is addressed by a heading of its own: "2. Đề nghị Ủy ban Mặt trận …". */
function isAddressed({ outline, doc }: CheckContext, duty: Duty): boolean {
  if (duty.role === 'lead') return true;
  const line = lineAt(doc, duty.span[0]);
  const at = outline.entryOfLine[line] ?? null;
  const opened = at === null ? undefined : outline.entries[at];
  const entry = opened?.titled && opened.line === line ? opened : undefined;
  return entry !== undefined && !/phối hợp/iu.test(doc.text.slice(entry.span[0], duty.span[1]));
}

function shortened(duty: Duty): Span {
  return [duty.span[0], Math.min(duty.span[1], duty.span[0] + 80)];
}

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bubmttq\b/g, 'uy ban mat tran to quoc'],
  [/\bmttq\b/g, 'mat tran to quoc'],
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bvhxh\b|\bvh-xh\b/g, 'van hoa - xa hoi'],
  [/\bvp\b/g, 'van phong'],
  [/\bca\b/g, 'cong an'],
  [/\bchqs\b|\bbchqs\b/g, 'chi huy quan su'],
  [/\btdkt\b|\btd-kt\b/g, 'thi dua khen thuong'],
  [/\blhpn\b|\bpn\b/g, 'lien hiep phu nu'],
  [/\bccb\b/g, 'cuu chien binh'],
  [/\btncs hcm\b|\bdtn\b/g, 'doan thanh nien'],
];

function normal(name: string): string {
  let text = fold(name).replace(/\s+/g, ' ').trim();
  for (const [short, long] of SHORT_FORMS) text = text.replace(short, long);
  return text;
}

/** A body with a name; a post or a thing that the reading took for one is left aside. */
const BODY =
  /^(?:de nghi |giao |yeu cau |co quan )*(?:uy ban|mat tran|phong(?! trao)|ban(?! hanh)|so|bo|cong an|doan|hoi|lien doan|cong doan|van phong|trung tam|tram|truong|thue|kho bac|don bien phong|dai|bao|vien|to|thon|hat|chi cuc|cuc|benh vien|ngan hang)(?![a-z])/;

/** "Thủ trưởng các cơ quan", "Các bản": a group, which no single recipient stands for. */
function isGroup(name: string): boolean {
  return (
    /^(?:de nghi |giao |yeu cau )?(?:cac |nhung |thu truong |truong cac |toan |moi |tung |cap uy|can bo|lanh dao cac|chu tich (?:uy ban nhan dan )?cac|giam doc cac|uy ban nhan dan (?:cac )?(?:xa|phuong)(?:,|$))/.test(
      name,
    ) || /\bcac\b.*\b(?:don vi|co quan|doan the|dia phuong)\b/.test(name)
  );
}

/** The issuer itself, its chairman, its council for emulation and its own office. */
function isOwn({ reading }: CheckContext, name: string): boolean {
  const issuer = normal(reading.issuer?.name ?? '').replace(/^chu tich /, '');
  if (issuer !== '' && (name.startsWith(issuer) || issuer.startsWith(name))) return true;
  return (
    /hoi dong thi dua|thuong truc hoi dong|ban chi dao|ban giam hieu|ban giam doc|ban lanh dao|to giup viec|^(?:chu tich|pho chu tich)/.test(
      name,
    ) || name.length < 4
  );
}

const FRONT = /mat tran to quoc/;
const ASSOCIATION =
  /mat tran to quoc|doan thanh nien|hoi (?:lien hiep )?phu nu|hoi nong dan|hoi cuu chien binh|lien doan lao dong|cong doan|doan the|hoi nguoi cao tuoi|hoi chu thap do|hoi khuyen hoc/;
const ENTERPRISE = /doanh nghiep|cong ty|hop tac xa/;
const VILLAGE = /\b(?:thon|ban|to dan pho|khu pho|ap|buon)\b/;

function covers(recipient: string, name: string): boolean {
  const core = name
    .replace(/\b(?:tinh|xa|phuong|huyen|thanh pho|tp|de nghi|giao|co quan)\b/g, ' ')
    .replace(/viet nam/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (wordsHeld(core, recipient) >= 0.75) return true;
  // "Như trên", "Như phần III": everybody the text names.
  if (recipient.startsWith('nhu ')) return true;
  if (FRONT.test(name)) return /doan the|to chuc chinh tri|mat tran/.test(recipient);
  if (ASSOCIATION.test(name)) return /doan the|to chuc chinh tri|to chuc xa hoi|cac hoi|mat tran/.test(recipient);
  if (ENTERPRISE.test(name)) return ENTERPRISE.test(recipient);
  if (/^(?:truong )?(?:thon|ban|to|khu|ap)\b/.test(name)) return VILLAGE.test(recipient);
  if (/^uy ban nhan dan (?:cac )?(?:xa|phuong|huyen)/.test(name)) return /xa|phuong|huyen|dia phuong/.test(recipient);
  // Offices of the administration, police and army: any group of offices covers them.
  return /(?:^|\b)(?:cac |thanh vien )?(?:co quan|don vi|so, ban|ban, nganh|phong, ban|phong ban|nganh|phong chuyen mon)\b/.test(
    recipient,
  );
}

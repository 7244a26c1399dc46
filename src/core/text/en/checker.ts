/** What the checker says to people, in English; words quoted from a document stay Vietnamese. */

import type { CheckerText, MissingPart, PunctuationKind } from '../vi/checker.ts';

function times(count: number): string {
  return count > 1 ? ` (${count} places)` : '';
}

const PUNCTUATION: Record<PunctuationKind, string> = {
  blankBefore: 'A blank stands before the mark',
  noBlankAfter: 'A blank is missing after the mark',
  doubled: 'Two marks stand side by side',
  commaEllipsis: 'No comma before an ellipsis',
  bracket: 'Brackets open and close unevenly',
  thisThenCapital: 'A comma may be missing before the capitalised words',
  meanwhile: 'A comma or semicolon belongs before “đồng thời”',
};

const PARTS: Record<MissingPart, string> = {
  numberWord: 'the word “số”',
  issueDate: 'the date of issue',
  issuer: 'the issuer',
  subject: 'the subject',
  nationalName: 'the national name',
  motto: 'the motto',
  issuerName: 'the name of the issuer',
  period: 'the period',
  commendation: 'commendation',
  organisation: 'who carries it out',
};

const listed = (parts: readonly MissingPart[]): string => parts.map((part) => PARTS[part]).join(', ');

export const checkerEn: CheckerText = {
  noSyllable: (wrong, count) => `“${wrong}” is no Vietnamese syllable${times(count)}.`,
  misspelled: (wrong, right, count) => `“${wrong}” is probably a slip for “${right}”${times(count)}.`,
  capitals: (wrong, right, count) => `Capitals: “${wrong}” should be “${right}”${times(count)}.`,
  capitalsMixed: (phrase, small, large) => `“${phrase}” is written small (${small}) and with a capital (${large}).`,
  smallStart: (count) => `A sentence begins with a small letter${times(count)}.`,
  punctuation: (kind, count) => `${PUNCTUATION[kind]}${times(count)}.`,
  toneMark: (word, other, count) => `Tone marks in two places: “${word}” and the way of “${other}”${times(count)}.`,
  variant: (preferred, preferredCount, other, otherCount) =>
    preferredCount > 0
      ? `“${other}” (${otherCount}) beside “${preferred}” (${preferredCount}): keep to “${preferred}”.`
      : `Write “${preferred}” for “${other}”${times(otherCount)}.`,
  quoteUnbalanced: (kind) =>
    kind === 'close'
      ? 'A closing quotation mark has no opening one.'
      : 'A quotation mark has no partner in this paragraph.',
  quoteDoubled: (count) => `Two single marks stand for a quotation mark${times(count)}.`,
  quoteMixed: () => 'Straight and curly quotation marks are mixed.',
  repeated: (word) => `“${word}” is said twice.`,
  superfluous: (right) => `One word too many; write “${right}”.`,
  growthGrows: () => 'A growth rate is reached, it does not grow.',
  reachedTwice: (count) => `“đạt” is used twice in a row${times(count)}.`,
  longDash: (count) => `A long dash stands for a hyphen between words${times(count)}.`,
  oneSided: (count) => `A hyphen has a blank on one side only${times(count)}.`,
  tightHyphen: () => 'A hyphen between two terms needs a blank on both sides.',
  splitDate: (count) => `A blank stands inside a date${times(count)}.`,
  yearRanges: (tight, loose) => `Year ranges are written close (${tight}) and with blanks (${loose}).`,
  noPredicate: () => 'The closing sentence names bodies but no verb asks them.',
  numberAbsent: () => 'The line of number and symbol is missing.',
  numberBlank: () => 'The number is still blank.',
  numberZero: () => 'A number below 10 takes a 0 in front.',
  symbolType: (symbol, kind, code) =>
    `Symbol “${symbol}” does not fit the type ${kind}, whose abbreviation is “${code}”.`,
  symbolIssuer: (group, issuer) => `The symbol says “${group}”, the issuer is ${issuer}.`,
  dateAbsent: () => 'The line of place and date is missing.',
  dateBlank: () => 'Day or month of issue is still blank.',
  dateZeros: () => 'Days below 10 and months 1 and 2 take a 0 in front.',
  dateImpossible: () => 'No calendar has this date of issue.',
  partsAbsent: (parts) => `The document lacks ${listed(parts)}.`,
  partMisspelled: (right) => `The head must read “${right}”.`,
  typeUnknown: (name) => `“${name}” is no type of administrative document.`,
  signSlash: () => 'Documents of the State write TM., KT., TL. with a full stop, not with a slash.',
  signDot: () => 'A full stop belongs after TM, KT, TL, TUQ.',
  signAbbreviated: () => 'The body that is signed for is written in full and without its place.',
  signPlace: () => 'After “TM.” stands the body alone, without its place.',
  signDeputy: () => 'After “KT.” comes the post of the head, below it the post of the deputy.',
  signForHead: () => 'A deputy signs under a line “KT.” with the post of the head.',
  signPost: () => 'Posts that the State does not provide for are not written.',
  signCollective: () => 'A collective body signs with “TM.” and its name above the post.',
  signDegree: () => 'No academic title stands before the name of the signer.',
  recipientsAbsent: () => 'The list of recipients is missing.',
  keptAbsent: () => 'The list of recipients lacks the line “Lưu: VT, …”.',
  keptColon: () => 'A colon belongs after “Lưu”.',
  keptUnit: () => 'The line “Lưu: VT” does not name the drafting unit.',
  keptLast: () => 'The line “Lưu” stands last among the recipients.',
  partyLevel: () => '“TU” is a provincial Party committee; a commune has a Đảng ủy.',
  copyMark: () => '“(b/c)” stands before the semicolon.',
  recipientMarks: (count) => `Each recipient ends with a semicolon, the last with a full stop${times(count)}.`,
  citedYounger: (count) => `The cited document is younger than this one${times(count)}: look at its date.`,
  twoDates: (numberSymbol, otherDate, source) =>
    `${numberSymbol} is dated ${otherDate} ${source === '' ? 'elsewhere in this document' : `in ${source}`}.`,
  citationMissing: (parts) => `The first citation lacks ${listed(parts)}.`,
  citationUnnumbered: () => 'Cited without number and date.',
  dateMalformed: () => 'The date of the cited document is malformed.',
  subjectHere: () => 'The subject is worded otherwise than where the document was first cited.',
  subjectOfficial: (subject) => `The subject differs from the official one: “${subject}”.`,
  subjectElsewhere: (source) => `The subject differs from ${source}.`,
  notInForce: (on, by) => `No longer in force since ${on}, replaced by ${by}.`,
  issuerDiffers: (issuer, source) => `The document itself was issued by ${issuer} (${source}).`,
  basisAbsent: () => 'The document names no basis.',
  dateStyles: () => 'Dates of cited documents stand in words and in figures.',
  commaStyles: () => 'The comma before “ngày” stands in some citations only.',
  anniversaryWrong: (stated, computed) => `${stated} years are stated, the two dates give ${computed}.`,
  anniversaryOdd: (years) => `${years} years are no round anniversary.`,
  endsBeforeEvents: (until, events) => `The movement ends on ${until}, before the events it greets (${events}).`,
  dueBeforeIssue: () => 'This deadline lies before the date of issue.',
  dueBeforeEnd: (until) => `The report is due before the movement ends (${until}).`,
  rangeReversed: () => 'The end lies before the beginning.',
  notFiveYears: (from, until) => `${from} to ${until} is no five-year plan.`,
  periodsDiffer: (odd, main) => `${odd} does not agree with the plan of ${main} named elsewhere.`,
  themeYear: (theme, title) => `The theme speaks of ${theme}, the title of ${title}.`,
  endsBeforeYear: (year) => `The period ends before ${year}, the year of the title.`,
  yearPast: (titled, issued) => `Launched for ${titled}, but issued in ${issued}.`,
  otherYear: (year, title) => `Speaks of ${year}, the title of ${title}.`,
  termWrong: (ordinal, term) => `The term of ${ordinal} is ${term}.`,
  ordinalWrong: (ordinal) => `There is no ${ordinal} yet on the date of issue.`,
  noSuchDay: () => 'No calendar has this day.',
  noDeadline: () => 'Reports are asked for without a deadline.',
  fractionOverOne: () => 'The numerator is greater than the denominator.',
  fractionPercent: (fraction, right) => `${fraction} is ${right}%, not what stands beside it.`,
  fractionEqual: (fraction, right) => `${fraction} is exactly ${right}%, so “more than” does not fit.`,
  overHundred: () => 'This share cannot exceed 100%.',
  rangeTurned: () => 'The range is the wrong way round.',
  changeTurned: () => 'The direction does not fit the two figures.',
  partOverTotal: (total) => `A part is greater than the whole (${total}).`,
  wordAndFigure: () => 'The number in words does not fit the figure.',
  sharesSum: (sum) => `The shares add up to ${sum}%, not 100%.`,
  tableSum: (row, printed, sum, column) =>
    `The row “${row}” says ${printed}, but the rows above add up to ${sum}${column === '' ? '' : ` (column “${column}”)`}.`,
  growthOutside: () => 'The whole grows outside the range of its branches.',
  commaThousands: (right) => `A comma stands between thousands; write ${right}.`,
  pointDecimal: (count) => `Decimals take a comma${times(count)}.`,
  shareUnit: (unit) => `A share is not counted in “${unit}”.`,
  moneyScale: (unit) => `“${unit}” does not fit this indicator.`,
  twoValues: (other) => `The same indicator elsewhere: “${other}”.`,
  reductionUnclear: (count) => `Reduced by or down to? The baseline is missing${times(count)}.`,
  growthReached: () => '“Tăng … đạt” mixes two constructions and lacks a baseline.',
  unitMissing: () => 'The figure has no unit.',
  incomeUnit: (noVerb) => (noVerb ? 'Verb or “/người/năm” is missing.' : 'The unit should end in “/người/năm”.'),
  rangeStyles: () => 'Ranges are written in two ways.',
  statedTwice: (count) => `This target is stated ${count} times.`,
  trailingZero: (count) => `A zero too many after the comma${times(count)}.`,
  moneyUnits: () => 'The same indicator stands in millions here and in thousand millions there.',
  provincialIndicator: (name) => `${name} is counted for provinces.`,
  nothingMeasurable: () => 'The launch document holds no measurable target.',
  numbering: (label, expected) => `Numbering: “${expected}” was due, not “${label}”.`,
  headingLevels: (first, level) => `Headings of one level are marked as ${first} and ${level}.`,
  partsExpected: (parts) => `The plan lacks: ${listed(parts)}.`,
  fieldPromised: (field) => `The title names “${field}”, but no section or target deals with it.`,
  paragraphTwice: () => 'This paragraph stands word for word further up.',
  subjectTwice: (subject) => `“${subject}” is the subject of two sections.`,
  mended: (kind, count) =>
    kind === 'page-number'
      ? `A page number stood inside a sentence${times(count)}; left out.`
      : kind === 'wrapped-lines'
        ? `Every printed line was a paragraph${times(count)}; joined.`
        : `A paragraph was cut by a page break${times(count)}; joined.`,
  organisation: (wrong, right, count) => `“${wrong}” is officially “${right}”${times(count)}.`,
  frontName: () => '“Việt Nam” is missing: Ủy ban Mặt trận Tổ quốc Việt Nam.',
  frontMembers: () => 'The Front has “các tổ chức thành viên”.',
  notRecipient: (organisation) => `${organisation} has duties but is not among the recipients.`,
  movementName: (kind, official) =>
    kind === 'short'
      ? `Short form of “${official}”.`
      : `${kind === 'words' ? 'Words' : 'Marks'} differ from “${official}”.`,
  abbreviation: (form, usual, count) => `“${form}”${times(count)}: usually “${usual}”.`,
  themeDiffers: () => 'The theme differs from the one stated before.',
};

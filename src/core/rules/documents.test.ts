import { describe, expect, it } from 'vitest';
import { checkReadingUse, type DocumentIdentity, issuedByAnother, isUnderWay, matchDocuments } from './documents.ts';

const signed: DocumentIdentity = {
  sha256: 'aa',
  numberSymbol: '05/KH-UBND',
  symbol: 'KH-UBND',
  issuedOn: '2026-01-20',
  year: 2026,
  issuer: 'Ủy ban nhân dân xã Bản Mẫu',
  title: 'Phát động phong trào thi đua hoàn thành nhiệm vụ năm 2026',
};
const draft: DocumentIdentity = { ...signed, sha256: 'bb', numberSymbol: null, issuedOn: null };

describe('recognising a document', () => {
  it.each<[string, Partial<DocumentIdentity>, Partial<DocumentIdentity>, string | null]>([
    ['the same bytes', {}, {}, 'same-file'],
    ['the same number and symbol, typed again', { sha256: 'cc', title: null }, {}, 'same-number'],
    [
      'the same number, another spelling of the issuer',
      { sha256: 'cc', issuer: 'ỦY BAN NHÂN DÂN XÃ BẢN MẪU' },
      {},
      'same-number',
    ],
    ['the same number of another issuer', { sha256: 'cc', issuer: 'Ủy ban nhân dân xã Khác' }, {}, null],
    ['the same number of another year', { sha256: 'cc', year: 2025 }, {}, null],
    ['another number', { sha256: 'cc', numberSymbol: '06/KH-UBND' }, {}, null],
    ['the signed one after its draft', {}, draft, 'signed-version'],
    ['a draft with another title', {}, { ...draft, title: 'Tổ chức Tết trồng cây năm 2026' }, null],
    ['a draft with another symbol', {}, { ...draft, symbol: 'CT-UBND' }, null],
    ['a draft without a title', {}, { ...draft, title: null }, null],
    ['two without an issuer', { sha256: 'cc', issuer: null }, { issuer: null }, null],
  ])('%s', (_name, newer, older, kind) => {
    expect(matchDocuments({ ...signed, ...newer }, { ...signed, ...older })).toBe(kind);
  });
});

describe('using a reading', () => {
  it('is refused before it is ready and after it was used', () => {
    expect(checkReadingUse('ready')).toEqual([]);
    expect(checkReadingUse('running')[0]?.code).toBe('reading-not-ready');
    expect(checkReadingUse('used')[0]?.code).toBe('reading-used');
    expect(['waiting', 'running', 'ready'].map((state) => isUnderWay(state as 'ready'))).toEqual([true, true, false]);
  });
});

describe('the issuer of a document', () => {
  it.each([
    ['Ủy ban nhân dân xã Đồng Tâm', 'Xã Bình Lư', true],
    ['ỦY BAN NHÂN DÂN XÃ BÌNH LƯ', 'Xã Bình Lư', false],
    ['Ủy ban nhân dân tỉnh Lai Châu', 'Tỉnh Lai Châu', false],
    ['Ủy ban nhân dân xã Bình Lục', 'Xã Bình Lư', true],
    ['', 'Xã Bình Lư', false],
    [null, 'Xã Bình Lư', false],
  ])('%s is another than %s: %s', (issuer, organisation, another) => {
    expect(issuedByAnother(issuer, organisation)).toBe(another);
  });
});

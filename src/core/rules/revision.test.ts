import { describe, expect, it } from 'vitest';
import { textValue } from './history.ts';
import { type RevisionItem, revise } from './revision.ts';

const item = (
  key: string,
  label: string,
  more: { identity?: string; value?: string; trace?: string } = {},
): RevisionItem => ({
  key,
  label,
  identity: more.identity ?? null,
  trace: more.trace ?? null,
  fields: [
    ['name', textValue(label)],
    ['text', textValue(more.value ?? null)],
  ],
});

const keys = (revision: ReturnType<typeof revise>) => ({
  unchanged: revision.unchanged.map(({ stored, found }) => `${stored.key}=${found.key}`),
  changed: revision.changed.map(({ stored, found }) => `${stored.key}→${found.key}`),
  added: revision.added.map((one) => one.key),
  removed: revision.removed.map((one) => one.key),
});

describe('a newer version of a document', () => {
  it('pairs what is the same by identity, whatever it is called now', () => {
    const revision = revise(
      [item('a', 'Thu ngân sách', { identity: 'thu_nsnn', value: '33515' })],
      [item('1', 'Tổng thu ngân sách trên địa bàn', { identity: 'thu_nsnn', value: '34000' })],
    );
    expect(keys(revision)).toEqual({ unchanged: [], changed: ['a→1'], added: [], removed: [] });
    expect(revision.changed[0]?.fields).toEqual([
      { field: 'name', before: textValue('Thu ngân sách'), after: textValue('Tổng thu ngân sách trên địa bàn') },
      { field: 'text', before: textValue('33515'), after: textValue('34000') },
    ]);
  });

  it('pairs what was read from the same words, though a person named it otherwise', () => {
    const trace = 'Trồng mới 45 ha chè';
    const revision = revise(
      [item('a', 'Chè chất lượng cao', { trace, value: '45' })],
      [item('1', 'Diện tích trồng mới', { trace, identity: 'trong_moi', value: '45' })],
    );
    expect(keys(revision)).toEqual({ unchanged: [], changed: ['a→1'], added: [], removed: [] });
  });

  it('tells two of one indicator apart by their names', () => {
    const school = (key: string, label: string, value: string) => item(key, label, { identity: 'hoc_sinh', value });
    const revision = revise(
      [school('a', 'Mầm non', '100'), school('b', 'Trung học cơ sở', '97')],
      [school('1', 'Trung học cơ sở', '97'), school('2', 'Mầm non', '100')],
    );
    expect(keys(revision).unchanged.sort()).toEqual(['a=2', 'b=1']);
  });

  it('pairs by name without regard to spelling, then by likeness', () => {
    const revision = revise(
      [item('a', 'Giữ vững an ninh trật tự'), item('b', 'Tổ chức tuyên truyền sâu rộng trong Nhân dân')],
      [item('1', 'GIỮ VỮNG AN NINH, TRẬT TỰ'), item('2', 'Tổ chức tuyên truyền sâu rộng trong nhân dân toàn xã')],
    );
    expect(keys(revision)).toEqual({ unchanged: [], changed: ['a→1', 'b→2'], added: [], removed: [] });
  });

  it('shows what came and what went, and never pairs two different indicators', () => {
    const revision = revise(
      [item('a', 'Tỷ lệ hộ nghèo', { identity: 'ty_le_ho_ngheo' })],
      [item('1', 'Tỷ lệ hộ cận nghèo', { identity: 'ty_le_can_ngheo' })],
    );
    expect(keys(revision)).toEqual({ unchanged: [], changed: [], added: ['1'], removed: ['a'] });
  });

  it('pairs the second of two equal ones with the second', () => {
    const revision = revise([item('a', 'Sơ kết'), item('b', 'Sơ kết')], [item('1', 'Sơ kết'), item('2', 'Sơ kết')]);
    expect(keys(revision).unchanged).toEqual(['a=1', 'b=2']);
  });

  it('stays quick when nothing fits', () => {
    const many = (prefix: string) =>
      Array.from({ length: 1_000 }, (_, at) => item(`${prefix}${at}`, `${prefix} ${at}`));
    expect(keys(revise(many('cũ'), many('mới'))).added).toHaveLength(1_000);
  });
});

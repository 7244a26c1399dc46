import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { checkCommand, parseRequest, readCommand } from './read.ts';

const ROOT = join(import.meta.dirname, '../..');
const gold = (name: string) => join(ROOT, 'test/gold/documents', name);
const folder = mkdtempSync(join(tmpdir(), 'thidua-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: Command, ...args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await command.run(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    width: 100,
    progress: () => {},
  });
  return { code, out: out.join('\n'), error: error.join('\n') };
}

describe('arguments', () => {
  it('name a file, others to compare with, and the form of the answer', () => {
    expect(parseRequest(['a.docx', '--with', 'b.pdf', 'c.pdf', '--json'])).toEqual({
      path: 'a.docx',
      others: ['b.pdf', 'c.pdf'],
      json: true,
      ocr: 'auto',
    });
    expect(parseRequest(['--with=b.pdf', 'a.docx', '--no-ocr'])).toMatchObject({
      path: 'a.docx',
      others: ['b.pdf'],
      ocr: 'never',
    });
    for (const wrong of [[], ['a', 'b'], ['--other', 'a'], ['a', '--with'], ['a', '--with', '--json']])
      expect(typeof parseRequest(wrong), wrong.join(' ')).toBe('string');
  });
});

describe('thidua read', () => {
  it('prints a page for people', async () => {
    const { code, out } = await run(readCommand, gold('plan-commune.docx'));
    expect(code).toBe(0);
    expect(out).toContain('Cơ quan ban hành');
    expect(out).toMatch(/Chỉ tiêu \(\d+\)/);
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(100);
  });

  it('counts tasks as the page does, one for each thing a duty asks for', async () => {
    const plan = join(folder, 'phan-cong.txt');
    writeFileSync(
      plan,
      'KẾ HOẠCH\nPhát động thi đua năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế: theo dõi chỉ tiêu thu ngân sách; tổng hợp số liệu trước ngày 20/11/2026.\n2. Các thôn đăng ký thi đua về Phòng Văn hóa - Xã hội trước ngày 10/3/2026.\n',
    );
    const { out } = await run(readCommand, plan);
    expect(out).toContain('Nhiệm vụ (3)');
    expect(out).toMatch(/trước (?:ngày )?20\/11\/2026/);
  });

  it('prints JSON with numbers for scripts, spans exact', async () => {
    const { code, out } = await run(
      readCommand,
      gold('plan-commune.docx'),
      '--json',
      '--with',
      gold('directive-province.docx'),
    );
    const found = JSON.parse(out);
    expect(code).toBe(0);
    expect(found.source).toMatchObject({ format: 'docx', registry: true });
    expect(found.targets.some((target: { value: unknown }) => typeof target.value === 'number')).toBe(true);
    for (const target of found.targets) expect(found.text.slice(...target.span)).toBe(target.quote);
  });

  it('ends with 1 when there is nothing to use, with 2 when the file cannot be read', async () => {
    const letter = join(folder, 'thu.txt');
    writeFileSync(letter, 'Hôm nay trời đẹp, chúng tôi đi dạo quanh hồ và uống trà.\n');
    expect((await run(readCommand, letter)).code).toBe(1);
    const missing = await run(readCommand, join(folder, 'khong-co.docx'));
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.error).toContain('khong-co.docx');
    const empty = join(folder, 'rong.docx');
    writeFileSync(empty, '');
    const refused = await run(readCommand, empty, '--json');
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.out).error.code).toBe('empty');
    expect(refused.error).toContain('Tệp rỗng');
    expect(refused.error).not.toContain('được lưu');
  });
});

describe('thidua check', () => {
  it('lists what is wrong and ends with 1 when there are errors', async () => {
    const draft = join(folder, 'du-thao.txt');
    writeFileSync(
      draft,
      'KẾ HOẠCH\nPhát động thi đua năm 2026\n\nPhấn đấu tỷ lệ trường đạt chuẩn quốc gia đạt trên 87,5% (đạt 7/8 trường).\n',
    );
    const wrong = await run(checkCommand, draft);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('SL-01');
    for (const counted of [/\d+ lỗi, \d+ cần xem, \d+ ghi chú/, /^Lỗi \(\d+\)$/m, /^Ghi chú \(\d+\)$/m])
      expect(wrong.out).toMatch(counted);
    const json = await run(checkCommand, draft, '--json');
    expect(JSON.parse(json.out).findings.length).toBeGreaterThan(0);
  });
});

describe('the program', () => {
  const program = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], { cwd: ROOT }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    );

  it('helps, refuses what it does not know, and ends with the code of its command', async () => {
    const help = await program('--help');
    expect(help).toMatchObject({ code: 0 });
    expect(help.stdout).toContain('read');
    expect(await program('xyz')).toMatchObject({ code: 2, stdout: '' });
    expect((await program('read', '--help')).stdout).toContain('--with');
    expect((await program('read', gold('plan-commune.txt'), '--json')).code).toBe(0);
  });
});

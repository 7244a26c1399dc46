import { describe, expect, it } from 'vitest';
import { checkNewPassword, PASSWORD_LENGTH } from './passwords.ts';

const codes = (password: string, name = 'cb.binhlu') => checkNewPassword(password, { name }).map(({ code }) => code);

describe('a password', () => {
  it('is long rather than strange', () => {
    expect(codes('trâu cày ruộng bậc thang')).toEqual([]);
    expect(codes('k3v9w-qx7ma-p2hdn')).toEqual([]);
    expect(codes('ngắn')).toEqual(['password-short']);
    expect(codes('x'.repeat(PASSWORD_LENGTH - 1))).toEqual(['password-short']);
    expect(codes('ab c'.repeat(51))).toEqual(['password-long']);
  });

  it.each([
    'Mật khẩu 123',
    'matkhau2026',
    'password123!',
    '1234567890',
    '0987654321',
    'aaaaaaaaaaaa',
    'thidua-2026',
    'Việt Nam 2026',
  ])('is not what everybody tries first: %s', (password) => {
    expect(codes(password)).toEqual(['password-common']);
  });

  it('is not the account name', () => {
    expect(codes('CB.BinhLu.2026')).toEqual(['password-name']);
  });
});

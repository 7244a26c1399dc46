import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the environment', () => {
  it('is safe when nothing is said', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 8686,
      publicUrl: null,
      databaseUrl: null,
      databaseOwnerUrl: null,
      data: null,
    });
    expect(config.trustedProxies.check('127.0.0.1')).toBe(false);
  });

  it('takes an empty word for nothing said', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '', DATABASE_URL: '' })).toMatchObject({ port: 8686, databaseUrl: null });
  });

  it('reads addresses, networks and the public address', () => {
    const config = readConfig({
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://thidua.laichau.gov.vn',
      TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16,fd00::/8',
      PORT: '0',
      THIDUA_DATA: 'elsewhere',
    });
    expect(config.production).toBe(true);
    expect(config.publicUrl?.origin).toBe('https://thidua.laichau.gov.vn');
    expect(config.data).toMatch(/\/elsewhere$|\\elsewhere$/);
    expect(config.trustedProxies.check('192.168.7.9')).toBe(true);
    expect(config.trustedProxies.check('fd00::1', 'ipv6')).toBe(true);
    expect(config.trustedProxies.check('10.0.0.2')).toBe(false);
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'thidua.example'],
    ['PUBLIC_URL', 'ftp://thidua.example'],
    ['PUBLIC_URL', 'https://thidua.example/under/a/path'],
    ['TRUSTED_PROXIES', 'everybody'],
    ['TRUSTED_PROXIES', '10.0.0.0/99'],
    ['DATABASE_URL', 'mysql://somewhere'],
    ['DATABASE_POOL', '1'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and names it', (variable, value) => {
    expect(() => readConfig({ [variable]: value })).toThrow(variable);
  });

  it('names everything that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT[\s\S]*LOG_LEVEL/);
  });
});

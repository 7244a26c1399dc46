import { describe, expect, it } from 'vitest';
import { isPushEndpoint } from './push-endpoint.ts';

describe('the address of a device', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/dkZ:APA91b',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
    'https://web.push.apple.com/QGuQ',
    'https://wns2-by3p.notify.windows.com/w/?token=BQY',
  ])('may be that of a push service: %s', (endpoint) => expect(isPushEndpoint(endpoint)).toBe(true));

  it.each([
    'http://fcm.googleapis.com/fcm/send/a',
    'https://fcm.googleapis.com:8443/a',
    'https://someone:secret@fcm.googleapis.com/a',
    'https://localhost/a',
    'https://push.localhost/a',
    'https://database/a',
    'https://metadata.google.internal/computeMetadata',
    'https://printer.local/a',
    'https://127.0.0.1/a',
    'https://2130706433/a',
    'https://0x7f.1/a',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/a',
    'https://10.0.0.1./a',
    'file:///etc/passwd',
    'not an address',
    `https://push.example.com/${'a'.repeat(1_000)}`,
  ])('may not be %s', (endpoint) => expect(isPushEndpoint(endpoint)).toBe(false));
});

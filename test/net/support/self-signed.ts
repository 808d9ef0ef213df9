import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and a certificate for itself, both PEM, for one test process. */
export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
}

const ECDSA_SHA256 = sequence(hex('06082a8648ce3d040302'));

/** Makes a certificate for the given names and 127.0.0.1, so that no private key lies in the repository. */
export function makeSelfSigned(names: readonly string[]): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(hex('0603550403'), der(0x0c, Buffer.from('stealtime test')))));
  const validity = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x18, Buffer.from('20990101000000Z')));
  const altNames = sequence(...names.map((dns) => der(0x82, Buffer.from(dns))), der(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = der(0xa3, sequence(sequence(hex('0603551d11'), der(0x04, altNames))));
  const version3 = der(0xa0, hex('020102'));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(version3, hex('020101'), ECDSA_SHA256, name, validity, name, spki, extensions);
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const base64 = sequence(body, ECDSA_SHA256, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`,
  };
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

import type { Scheme } from '../../verification/scheme';
import { choice } from '../common/choice';
import type { SchemeSettings } from '../common/provider';
import { checked, schemeOfTemplate, type SignatureTemplate } from '../common/signatureTemplate';

type Read = SchemeSettings['read'];
type Template = Omit<SignatureTemplate, 'key' | 'toleranceSeconds'>;

const SHAPES = ['plain', 'gitHub', 'own', 'sharedSecret', 'slack', 'stripe'] as const;
const ALGORITHMS = ['hmac-sha256', 'ed25519', 'hmac-sha1', 'hmac-sha512'] as const;

/**
 * The scheme that the form says.
 *
 * @throws BadInput for a form that cannot be right
 */
export function scheme({ read, timestampTolerance }: SchemeSettings): Scheme {
	const shape = choice(read('customShape'), 'Signature Format', SHAPES);
	const header = textOf(read('customHeader'));
	if (shape === 'sharedSecret') {
		const prefix = prefixOf(read('customPrefix')).replace(/^[A-Za-z]+$/, '$& ');
		const secret = checked({ header, prefix }, 'Signature Header');
		return { kind: 'shared-secret', label: 'shared-secret', secret };
	}
	return schemeOfTemplate({
		...templateOf(shape, header, read),
		...keyOf(read('customKey')),
		toleranceSeconds: timestampTolerance,
	});
}

function templateOf(
	shape: Exclude<(typeof SHAPES)[number], 'sharedSecret'>,
	header: string,
	read: Read,
): Template {
	const algorithm = 'hmac-sha256';
	switch (shape) {
		case 'plain':
			return { algorithm, signature: { header, encoding: 'hex' }, signed: '{body}' };
		case 'gitHub':
			return {
				algorithm,
				signature: { header: header || 'x-hub-signature-256', prefix: 'sha256=', encoding: 'hex' },
				signed: '{body}',
			};
		case 'stripe': {
			const name = header || 'stripe-signature';
			return {
				algorithm,
				signature: { header: name, list: ',', prefix: 'v1=', encoding: 'hex' },
				signed: '{timestamp}.{body}',
				timestamp: { header: name, list: ',', prefix: 't=', unit: 's' },
			};
		}
		case 'slack':
			return {
				algorithm,
				signature: { header: header || 'x-slack-signature', prefix: 'v0=', encoding: 'hex' },
				signed: 'v0:{timestamp}:{body}',
				timestamp: {
					header: textOf(read('customTimestampHeader')) || 'x-slack-request-timestamp',
					unit: 's',
				},
			};
		case 'own':
			return ownTemplate(header, read);
	}
}

function ownTemplate(header: string, read: Read): Template {
	const list = choice(read('customSeparator'), 'Separator', ['', ',', ' ']) || undefined;
	const timestampHeader = textOf(read('customTimestampHeader'));
	const timestampPrefix = textOf(read('customTimestampPrefix'));
	const idHeader = textOf(read('customIdHeader'));
	const isSameHeader = timestampHeader.toLowerCase() === header.toLowerCase();
	return {
		algorithm: choice(read('customAlgorithm'), 'Algorithm', ALGORITHMS),
		documentsSha1: true,
		signature: {
			header,
			list,
			prefix: prefixOf(read('customPrefix')),
			encoding: choice(read('customEncoding'), 'Signature Encoding', ['hex', 'base64']),
		},
		signed: textOf(read('customSigned')),
		...(timestampHeader === ''
			? {}
			: {
					timestamp: {
						header: timestampHeader,
						...(isSameHeader && list !== undefined ? { list } : {}),
						prefix: timestampPrefix,
						unit: choice(read('customTimestampUnit'), 'Timestamp Unit', ['s', 'ms', 'iso8601']),
					},
				}),
		...(idHeader === '' ? {} : { id: { header: idHeader } }),
	};
}

function keyOf(form: unknown): Pick<SignatureTemplate, 'key'> {
	const chosen = choice(form, 'Secret Encoding', ['text', 'hex', 'base64']);
	if (chosen === 'hex') return { key: { encoding: 'hex' } };
	return chosen === 'base64' ? { key: { encoding: 'base64', prefix: 'whsec_' } } : {};
}

/** A field's text without the spaces round it. */
function textOf(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

/** A word has a space after it, as in `Bearer abc`; after anything else a space was pasted along. */
function prefixOf(value: unknown): string {
	return typeof value === 'string' ? value.trimStart().replace(/(\w ?) *$|\s+$/, '$1') : '';
}

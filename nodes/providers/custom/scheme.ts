import type { Scheme } from '../../verification/scheme';
import { BadInput } from '../common/badInput';
import type { SchemeSettings } from '../common/provider';
import { checked, schemeOfTemplate, type SignatureTemplate } from '../common/signatureTemplate';

type Template = Omit<SignatureTemplate, 'key' | 'toleranceSeconds'>;

const ALGORITHMS = ['ed25519', 'hmac-sha1', 'hmac-sha256', 'hmac-sha512'] as const;

/**
 * The scheme that the form says.
 *
 * @throws BadInput for a form that cannot be right
 */
export function scheme({ read, timestampTolerance }: SchemeSettings): Scheme {
	const text = (name: string) => textOf(read(name));
	const shape = text('customShape') || 'plain';
	const header = text('customHeader');
	if (shape === 'sharedSecret') {
		const secret = checked({ header, prefix: text('customPrefix') }, 'Signature Header');
		return { kind: 'shared-secret', label: 'shared-secret', secret };
	}
	return schemeOfTemplate({
		...templateOf(shape, header, text),
		...keyOf(text('customKey')),
		toleranceSeconds: timestampTolerance,
	});
}

function templateOf(shape: string, header: string, text: (name: string) => string): Template {
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
					header: text('customTimestampHeader') || 'x-slack-request-timestamp',
					unit: 's',
				},
			};
		case 'own':
			return ownTemplate(header, text);
		default:
			throw new BadInput('Signature Shape is not one of those that there are.', 'Choose one.');
	}
}

function ownTemplate(header: string, text: (name: string) => string): Template {
	const separator = text('customSeparator');
	const list = separator === ',' || separator === ' ' ? separator : undefined;
	const algorithm = ALGORITHMS.find((each) => each === text('customAlgorithm'));
	if (algorithm === undefined) {
		throw new BadInput('Algorithm is not one of those that there are.', 'Choose one.');
	}
	const timestampHeader = text('customTimestampHeader');
	const timestampPrefix = text('customTimestampPrefix');
	const unit = text('customTimestampUnit');
	const idHeader = text('customIdHeader');
	const isSameHeader = timestampHeader.toLowerCase() === header.toLowerCase();
	return {
		algorithm,
		signature: {
			header,
			list,
			prefix: text('customPrefix'),
			encoding: text('customEncoding') === 'base64' ? 'base64' : 'hex',
		},
		signed: text('customSigned'),
		...(timestampHeader === ''
			? {}
			: {
					timestamp: {
						header: timestampHeader,
						...(isSameHeader && list !== undefined ? { list } : {}),
						prefix: timestampPrefix,
						unit: unit === 'ms' || unit === 'iso8601' ? unit : 's',
					},
				}),
		...(idHeader === '' ? {} : { id: { header: idHeader } }),
	};
}

function keyOf(form: string): Pick<SignatureTemplate, 'key'> {
	if (form === 'hex') return { key: { encoding: 'hex' } };
	return form === 'base64' ? { key: { encoding: 'base64', prefix: 'whsec_' } } : {};
}

/** A field's text without the spaces round it; a separator may be a space. */
function textOf(value: unknown): string {
	if (value === ' ') return value;
	return typeof value === 'string' ? value.trim() : '';
}

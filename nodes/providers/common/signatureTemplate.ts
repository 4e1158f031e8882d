import type {
	Algorithm,
	Encoding,
	Place,
	SignatureScheme,
	SignedPart,
	TimeUnit,
} from '../../verification/scheme';
import { BadInput } from './badInput';

/** A scheme as people write it down: a place for each thing, and a text with placeholders. */
export interface SignatureTemplate {
	algorithm: Algorithm;
	/** Whether the pages of the provider offer SHA-1 as well. */
	documentsSha1?: true;
	/** How the credential's secret spells the key; its text is the key where nothing is said. */
	key?: SignatureScheme['key'];
	signature: Place & { encoding: Encoding };
	/**
	 * What is signed, with `{body}`, `{timestamp}` and `{id}` (in any letter case) in their places, e.g.
	 * `{timestamp}.{body}`.
	 */
	signed: string;
	timestamp?: Place & { unit: TimeUnit };
	id?: Place;
	/** How far the timestamp may be from now, both ways. */
	toleranceSeconds: number;
}

const LABELS: Record<Algorithm, string> = {
	'hmac-sha1': 'hmac-sha1',
	'hmac-sha256': 'hmac-sha256',
	'hmac-sha512': 'hmac-sha512',
	ed25519: 'ed25519',
};
const HEADER = /^[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/;
const PLACEHOLDER = /(\{[^{}]*\})/;
const LONGEST = 200;

/**
 * The scheme that a template says.
 *
 * @throws BadInput for one that cannot be right, or that would prove less than it seems to
 */
export function schemeOfTemplate(template: SignatureTemplate): SignatureScheme {
	const { algorithm, documentsSha1, key, signature, timestamp, id, toleranceSeconds } = template;
	if (!Object.hasOwn(LABELS, algorithm)) {
		throw new BadInput('The algorithm is not one of the choices.', 'Choose one.');
	}
	const signed = partsOf(template);
	return {
		kind: 'signature',
		label: LABELS[algorithm],
		algorithm,
		...(algorithm === 'hmac-sha1' && documentsSha1 ? { documentsSha1 } : {}),
		...(key === undefined ? {} : { key }),
		signature: { ...checked(signature, 'Signature Header'), encoding: signature.encoding },
		signed,
		...(timestamp === undefined
			? {}
			: {
					timestamp: {
						...checked(timestamp, 'Timestamp Header'),
						unit: timestamp.unit,
						toleranceSeconds,
					},
				}),
		...(id === undefined ? {} : { id: checked(id, 'ID Header') }),
	};
}

/** A place whose header has a name that a header can have. */
export function checked({ header, list, prefix }: Place, label: string): Place {
	const name = header.trim().toLowerCase();
	if (!HEADER.test(name)) {
		throw new BadInput(
			name === '' ? `${label} is empty.` : `${label} is not the name of a header.`,
			'Write the name alone, e.g. X-Signature.',
		);
	}
	return {
		header: name,
		...(list === undefined ? {} : { list }),
		...(prefix === undefined || prefix === '' ? {} : { prefix }),
	};
}

function partsOf({ signed: entered, timestamp, id }: SignatureTemplate): SignedPart[] {
	const signed = entered.replaceAll(/\{(?:body|timestamp|id)\}/gi, (name) => name.toLowerCase());
	const example = 'Write what the provider signs, e.g. {timestamp}.{body}.';
	if (signed.length > LONGEST) {
		throw new BadInput(`Signed Text is longer than ${LONGEST} characters.`, example);
	}
	const parts = signed
		.replaceAll('\\n', '\n')
		.split(PLACEHOLDER)
		.filter((part) => part !== '')
		.map((part): SignedPart => partOf(part, timestamp, id));
	const count = (name: string) => signed.split(name).length - 1;
	if (count('{body}') !== 1) {
		throw new BadInput(
			'Signed Text has to hold {body} once: otherwise nothing proves what was sent.',
			example,
		);
	}
	if (timestamp !== undefined && count('{timestamp}') === 0) {
		throw new BadInput(
			'There is a timestamp, but Signed Text does not hold {timestamp}: anyone could change it.',
			'Add {timestamp} where the provider signs it, or empty Timestamp Header.',
		);
	}
	if (id !== undefined && count('{id}') === 0) {
		throw new BadInput(
			'There is an ID header, but Signed Text does not hold {id}: anyone could change it.',
			'Add {id} where the provider signs it, or empty ID Header.',
		);
	}
	return parts;
}

function partOf(part: string, timestamp: Place | undefined, id: Place | undefined): SignedPart {
	if (!PLACEHOLDER.test(part)) return { literal: part };
	if (part === '{body}') return { body: true };
	if (part === '{timestamp}' && timestamp !== undefined) {
		return checked(timestamp, 'Timestamp Header');
	}
	if (part === '{id}' && id !== undefined) return checked(id, 'ID Header');
	if (part === '{timestamp}' || part === '{id}') {
		const label = part === '{id}' ? 'ID Header' : 'Timestamp Header';
		throw new BadInput(`Signed Text holds ${part}, but ${label} is empty.`, 'Enter the header.');
	}
	throw new BadInput(
		`Signed Text holds ${part.slice(0, 40)}, which is not a placeholder.`,
		'Use {body}, {timestamp} and {id}.',
	);
}

import type { SignatureScheme, SignedPart } from '../../../verification/scheme';
import type { Diagnosis } from './diagnosis';

/** A scheme that is like another but for one thing, and what it means when a delivery fits it. */
export interface Neighbor extends Diagnosis {
	scheme: SignatureScheme;
}

const UNTIL_THE_SECRET = 'The secret is right.';

/** The schemes next to one, by what senders and settings get wrong most often. */
export function* neighborsOf(scheme: SignatureScheme): Generator<Neighbor> {
	for (const key of KEYS) {
		if (key?.encoding === scheme.key?.encoding) continue;
		yield {
			scheme: { ...scheme, key },
			message:
				key === undefined
					? 'The sender signed with the secret as plain text'
					: 'The sender decoded the secret before it signed',
			description:
				scheme.key === undefined
					? 'Here the secret is used as plain text, not as the bytes that it spells.'
					: `Here the secret is used as the bytes that it spells in ${scheme.key.encoding}.`,
		};
	}
	const written = describe(scheme.signed);
	for (const signed of orders(scheme)) {
		if (describe(signed) === written) continue;
		yield {
			scheme: { ...scheme, signed },
			message: `The sender signed ${describe(signed)}, where ${written} is expected`,
			description: `${UNTIL_THE_SECRET} Have the sender sign ${written}, in this order and with these separators.`,
		};
	}
}

const KEYS: ReadonlyArray<SignatureScheme['key']> = [
	undefined,
	{ encoding: 'base64', prefix: 'whsec_' },
	{ encoding: 'base64' },
	{ encoding: 'hex' },
];

/** The other ways of putting timestamp and body together. */
function orders({ signed, timestamp }: SignatureScheme): SignedPart[][] {
	const body: SignedPart = { body: true };
	if (timestamp === undefined) return signed.length === 1 ? [] : [[body]];
	const time: SignedPart = place(timestamp);
	return ['.', '', ':', '|']
		.flatMap((literal) => {
			const between: SignedPart[] = literal === '' ? [] : [{ literal }];
			return [
				[time, ...between, body],
				[body, ...between, time],
			];
		})
		.concat([[body]]);
}

function place({ header, list, prefix }: NonNullable<SignatureScheme['timestamp']>): SignedPart {
	return {
		header,
		...(list === undefined ? {} : { list }),
		...(prefix === undefined ? {} : { prefix }),
	};
}

function describe(signed: readonly SignedPart[]): string {
	return signed
		.map((part) =>
			'body' in part ? 'body' : 'literal' in part ? part.literal : `(${part.header})`,
		)
		.join('');
}

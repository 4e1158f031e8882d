'use strict';

/**
 * What proves a provider's deliveries, in words for a table.
 *
 * @typedef {object} Proof
 * @property {string} how e.g. `HMAC-SHA256`
 * @property {string} place the header that holds it
 * @property {string} signed what is signed, as a template
 * @property {string} time which time is signed, and how far from now it may be
 */

const UNITS = {
	s: 'Unix seconds',
	ms: 'Unix milliseconds',
	's-or-ms': 'Unix seconds or milliseconds',
	iso8601: 'ISO 8601',
};

const SAID = 'as the form says';

const code = (text) => `\`${text}\``;
const written = (seconds) => seconds.toLocaleString('en-US');

/** A header, and what stands before the value in it. */
const placed = ({ header, prefix = '' }) => code(prefix === '' ? header : `${header}: ${prefix}…`);

/**
 * @param {import('../../nodes/providers/common/provider').TriggerProvider} trigger
 * @returns {Proof} of a new node, where the form says something about the scheme
 */
function proofOf(trigger) {
	const scheme = schemeOf(trigger);
	if (scheme === undefined) return { how: SAID, place: SAID, signed: SAID, time: SAID };
	const proof = proofBy(scheme);
	return trigger.fields === undefined ? proof : { ...proof, how: `${proof.how}, or ${SAID}` };
}

/**
 * What a delivery that is proved shows: who sent it, that nobody changed it, when.
 *
 * @param {import('../../nodes/providers/common/provider').TriggerProvider} trigger
 */
function provenBy(trigger) {
	const scheme = schemeOf(trigger);
	if (scheme === undefined) return SAID;
	if (scheme.kind === 'envelope') return 'nothing: encrypted, not signed';
	const time = 'timestamp' in scheme ? scheme.timestamp : undefined;
	const what = `sender, content${time === undefined ? '' : `, time (±${written(time.toleranceSeconds)} s)`}`;
	const choices = (trigger.fields ?? []).flatMap(({ name, options = [] }) =>
		options.map((option) => ('value' in option ? { [name]: option.value } : {})),
	);
	const isWeaker = choices.some((choice) => schemeOf(trigger, choice)?.kind === 'shared-secret');
	return isWeaker ? `${what}; with a shared secret the sender alone` : what;
}

/**
 * The scheme of a new node, but for what is chosen.
 *
 * @returns {import('../../nodes/verification/scheme').Scheme | undefined} an empty form may describe none
 */
function schemeOf({ scheme, fields = [], defaultTolerance = 300 }, chosen = {}) {
	const read = (name) => chosen[name] ?? fields.find((field) => field.name === name)?.default;
	try {
		return scheme({ timestampTolerance: defaultTolerance, acceptPlaintext: false, read });
	} catch {
		return undefined;
	}
}

/**
 * @param {import('../../nodes/verification/scheme').Scheme} scheme
 * @returns {Proof}
 */
function proofBy(scheme) {
	if (scheme.kind === 'envelope') {
		return {
			how: 'encryption alone',
			place: `${code(scheme.field)} in the body`,
			signed: 'nothing',
			time: 'none',
		};
	}
	if (scheme.kind === 'shared-secret') {
		return { how: 'shared secret', place: placed(scheme.secret), signed: 'nothing', time: 'none' };
	}
	const { algorithm, signature, signed, timestamp, id } = scheme;
	const isAt = (part, place) => part.header === place?.header && part.prefix === place?.prefix;
	const piece = (part) => {
		if ('literal' in part) return part.literal;
		if ('body' in part) return '{body}';
		if (isAt(part, timestamp)) return '{timestamp}';
		return isAt(part, id) ? '{id}' : `{${part.header}}`;
	};
	return {
		how: algorithm === 'ed25519' ? 'Ed25519' : algorithm.toUpperCase(),
		place: placed(signature),
		signed: code(signed.map(piece).join('')),
		time:
			timestamp === undefined
				? 'none'
				: `${placed(timestamp)}, ${UNITS[timestamp.unit]}, ±${written(timestamp.toleranceSeconds)} s`,
	};
}

module.exports = { proofBy, proofOf, provenBy };

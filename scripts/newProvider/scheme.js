'use strict';

/**
 * The answers as the data of a scheme, written as TypeScript.
 *
 * @param {Awaited<ReturnType<import('./answers').answer>>} answers
 */
function schemeSource(answers) {
	const { algorithm, key, encoding, isTimed, list, parts, unit } = answers;
	const place = (header, prefix) =>
		[
			`header: ${text(header.toLowerCase())}`,
			list === undefined ? undefined : `list: ${text(list)}`,
			prefix === '' ? undefined : `prefix: ${text(prefix)}`,
		]
			.filter((member) => member !== undefined)
			.join(', ');
	const isOneHeader = isTimed && same(answers.timestamp, answers.signature);
	const timestampPlace = isTimed
		? isOneHeader
			? place(answers.timestamp, answers['timestamp-prefix'])
			: [
					`header: ${text(answers.timestamp.toLowerCase())}`,
					...(answers['timestamp-prefix'] === ''
						? []
						: [`prefix: ${text(answers['timestamp-prefix'])}`]),
				].join(', ')
		: undefined;
	const signed = parts.map((part) => {
		if (part === '{body}') return '{ body: true }';
		return part === '{timestamp}' ? '{ ...time }' : `{ literal: ${text(part)} }`;
	});
	return `import type { SignatureScheme } from '../../verification/scheme';
${isTimed ? `\n/** How far the timestamp may be from now where nothing else is set. */\nexport const DEFAULT_TOLERANCE_SECONDS = ${answers.tolerance};\n` : ''}
/**
 * \`${answers.signature}\`: ${algorithm.toUpperCase()} in ${encoding === 'hex' ? 'hexadecimal' : 'base64'} over ${described(answers)}.
 *
 * @see ${answers.docs}
${isTimed ? ' * @param toleranceSeconds how far the timestamp may be from now, both ways\n' : ''} */
export function scheme(${isTimed ? 'toleranceSeconds: number' : ''}): SignatureScheme {
${isTimed ? `\tconst time = { ${timestampPlace} } as const;\n` : ''}	return {
		kind: 'signature',
		label: ${text(algorithm)},
		algorithm: ${text(algorithm)},
${algorithm === 'hmac-sha1' ? '\t\tdocumentsSha1: true,\n' : ''}${key === 'text' ? '' : `\t\tkey: { encoding: ${text(key)} },\n`}		signature: { ${place(answers.signature, answers.prefix)}, encoding: ${text(encoding)} },
		signed: [${signed.join(', ')}],
${isTimed ? `\t\ttimestamp: { ...time, unit: ${text(unit)}, toleranceSeconds },\n` : ''}	};
}
`;
}

/** What is signed, in words. */
function described({ parts }) {
	const names = { '{body}': 'the raw body', '{timestamp}': 'the timestamp' };
	return parts.map((part) => names[part] ?? `\`${part}\``).join(', ');
}

const same = (one, other) => one.toLowerCase() === other.toLowerCase();
/** A text as the sources write it. */
const text = (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

module.exports = { described, same, schemeSource, text };

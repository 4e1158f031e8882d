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
	const head = isTimed
		? `import type { SignatureScheme } from '../../verification/scheme';

/** How far the timestamp may be from now where nothing else is set. */
export const DEFAULT_TOLERANCE_SECONDS = ${answers.tolerance};
`
		: `import { fixedScheme } from '../../verification/fixedScheme';
import type { SignatureScheme } from '../../verification/scheme';
`;
	const comment = `/**
 * \`${answers.signature}\`: ${algorithm.toUpperCase()} in ${encoding === 'hex' ? 'hexadecimal' : 'base64'} over ${described(answers)}.
 *
 * @see ${answers.docs}
${isTimed ? ' * @param toleranceSeconds how far the timestamp may be from now, both ways\n' : ''} */`;
	const members = [
		"kind: 'signature'",
		`label: ${text(algorithm)}`,
		`algorithm: ${text(algorithm)}`,
		...(algorithm === 'hmac-sha1' ? ['documentsSha1: true'] : []),
		...(key === 'text' ? [] : [`key: { encoding: ${text(key)} }`]),
		`signature: { ${place(answers.signature, answers.prefix)}, encoding: ${text(encoding)} }`,
		`signed: [${signed.join(', ')}]`,
		...(isTimed ? [`timestamp: { ...time, unit: ${text(unit)}, toleranceSeconds }`] : []),
	];
	const written = (indent) => members.map((member) => `${indent}${member},\n`).join('');
	const body = isTimed
		? `export function scheme(toleranceSeconds: number): SignatureScheme {
	const time = { ${timestampPlace} } as const;
	return {
${written('\t\t')}	};
}
`
		: `export const scheme = fixedScheme<SignatureScheme>({
${written('\t')}});
`;
	return `${head}\n${comment}\n${body}`;
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

import { headerRoles, type Attack, type Family } from '../attack';
import { genuine } from '../subject';

/** Names that somebody between sender and receiver might take for the right one. */
const NAMES: Record<string, (name: string) => string> = {
	'with underscores': (name) => name.replaceAll('-', '_'),
	'in upper case, as Node never hands it on': (name) => name.toUpperCase(),
	'without its hyphens': (name) => name.replaceAll('-', ''),
	'with a blank after it': (name) => `${name} `,
	'with x-original- before it': (name) => `x-original-${name}`,
	'with -256 after it': (name) => `${name}-256`,
	'with a dotless i': (name) => name.replaceAll('i', '\u0131'),
	'by the word toString': () => 'toString',
};

/** Each header that the scheme reads, with the right value under a name that is not its own. */
export const headerNames: Family = {
	name: 'a header called',
	attacks: (subject) =>
		headerRoles(subject.scheme).flatMap(({ role, header }) =>
			Object.entries(NAMES).flatMap(([name, rename]): Attack[] => {
				const { headers, body } = genuine(subject);
				const { [header]: value, ...others } = headers;
				const renamed = rename(header);
				if (renamed === header) return [];
				return [
					{
						name: `${header}, ${name}`,
						delivery: { headers: { ...others, [renamed]: value }, body },
						reason: role === 'cipher' ? 'plaintext-not-allowed' : 'header-missing',
						header,
					},
				];
			}),
		),
};

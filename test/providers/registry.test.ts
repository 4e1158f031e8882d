import { parameterOf } from '../subjects/parameterOf';
import { headerRoles } from '../conformance/attack';
import { providerOf, providers } from '../../nodes/providers';
import type { SchemeSettings } from '../../nodes/providers/common/provider';
import manifest from '../../package.json';

const settings: SchemeSettings = {
	timestampTolerance: 300,
	acceptPlaintext: false,
	read: () => undefined,
};

test('providers stand in the order of their names, each once', () => {
	const names = providers.map(({ name }) => name);
	expect(names.length).toBeGreaterThanOrEqual(4);
	expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)));
	expect(new Set(names).size).toBe(names.length);
	expect(new Set(providers.map(({ id }) => id)).size).toBe(providers.length);
});

test('providerOf finds each and refuses what no form offers', () => {
	for (const provider of providers) expect(providerOf(provider.id)).toBe(provider);
	expect(() => providerOf('constructor')).toThrow(RangeError);
});

describe.each(providers.map((provider) => [provider.id, provider] as const))(
	'%s',
	(_, provider) => {
		const { trigger } = provider;

		it('has its credential form in the package', () => {
			const file = trigger.credentialType[0].toUpperCase() + trigger.credentialType.slice(1);
			expect(manifest.n8n.credentials).toContain(`dist/credentials/${file}.credentials.js`);
		});

		it('describes each event once', () => {
			const values = trigger.events.map(({ value }) => value);
			expect(new Set(values).size).toBe(values.length);
			expect(new Set(trigger.events.map(({ name }) => name)).size).toBe(values.length);
			expect(values).not.toContain('*');
			for (const { description, value } of trigger.events) {
				expect(description).toMatch(/^[A-Z].{10,}/);
				expect(value).toMatch(/^[A-Za-z_:.-]+$/);
			}
		});

		it('names headers in lower case, as they are looked up', () => {
			const scheme = trigger.scheme({ ...settings, read: parameterOf(provider.id) });
			const headers = headerRoles(scheme).map(({ header }) => header);
			if (scheme.kind === 'envelope') headers.push(...scheme.cipherHeaders);
			for (const header of headers) expect(header).toBe(header?.toLowerCase());
		});

		it('says in its notice where the URL goes and links to the provider', () => {
			expect(trigger.notice).toContain('production URL of this node');
			expect(trigger.notice).toMatch(/<a href="https:\/\/[^"]+" target="_blank">/);
		});

		it('says what is wrong with an empty credential', () => {
			const problem = trigger.credentialProblem({});
			expect(problem?.message).toMatch(/ is empty\.$/);
			expect(problem?.advice).toMatch(/^[A-Z].+\.$/);
		});

		it('finds no usable secret in an empty credential', () => {
			expect(trigger.secrets({}).filter(({ value }) => value !== '')).toEqual([]);
		});
	},
);

import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';
import actionCodex from '../../nodes/VoiceCall/VoiceCall.node.json';
import schema from '../../nodes/VoiceCallTrigger/__schema__/v1.1.0.json';
import codex from '../../nodes/VoiceCallTrigger/VoiceCallTrigger.node.json';
import { VoiceCallTrigger } from '../../nodes/VoiceCallTrigger/VoiceCallTrigger.node';
import { providerOf, providers } from '../../nodes/providers';

const { description } = new VoiceCallTrigger();
const ids = providers.map(({ id }) => id);

/** What n8n shows of the form when these parameters are set. */
function shown(parameters: INode['parameters']): INodeProperties[] {
	const node = { parameters, typeVersion: 1.1 };
	return description.properties.filter((property) =>
		NodeHelpers.displayParameter(parameters, property, node, description),
	);
}

function shownOptions(provider: string): INodeProperties[] {
	const options = description.properties.find(({ name }) => name === 'options');
	const parameters = { provider, options: {} };
	return (options?.options as INodeProperties[]).filter((option) =>
		NodeHelpers.displayParameterPath(
			parameters,
			option,
			'options',
			{ typeVersion: 1.1 },
			description,
		),
	);
}

test('the version is above 1, where n8n evaluates no expression for a request', () => {
	expect(description.version).toBe(1.1);
	expect(codex.nodeVersion).toBe('1.1');
});

test('no member of a webhook that n8n reads for a request is an expression', () => {
	const isRead = ([name]: [string, unknown]) => name !== 'ndvHideUrl';
	const read = description.webhooks?.map((webhook) =>
		Object.fromEntries(Object.entries(webhook).filter(isRead)),
	);
	expect(JSON.stringify(read)).not.toMatch(/"=|\{\{/);
	expect(read).toEqual([
		{
			name: 'default',
			httpMethod: 'POST',
			responseMode: 'onReceived',
			responseData: '',
			path: 'voice-call',
		},
		{
			name: 'setup',
			httpMethod: 'POST',
			responseMode: 'responseNode',
			path: 'voice-call/answer',
		},
	]);
});

test('the editor shows the second URL where the provider has live requests', () => {
	const hide = description.webhooks?.[1].ndvHideUrl;
	const [, list, rest] = /^=\{\{ !(\[.*\])(\..*) \}\}$/.exec(String(hide)) ?? [];
	expect(rest).toBe('.includes($parameter["provider"])');
	const shown = JSON.parse(list) as string[];
	const live = providers.filter(({ trigger }) => trigger.live !== undefined);
	expect(shown).toEqual(live.map(({ id }) => id));
});

test('the provider is chosen first, HuskyVoice by default, and is no expression', () => {
	const [first] = description.properties;
	expect(first).toMatchObject({ name: 'provider', default: 'huskyVoice', noDataExpression: true });
	const names = first.options?.map(({ name }) => name);
	expect(names).toEqual([...(names ?? [])].sort((one, other) => one.localeCompare(other)));
	expect(first.options?.map((option) => 'value' in option && option.value).sort()).toEqual(
		[...ids].sort(),
	);
});

test('an AI that builds workflows is told the fields of the item as they are', () => {
	const hint = description.builderHint?.searchHint ?? '';
	const named = [...hint.matchAll(/\b(event|call)\.(\w+)/g)];
	expect(named.length).toBeGreaterThan(0);
	const fields = schema.properties as Record<string, { properties?: object }>;
	for (const [, part, field] of named) expect(fields[part].properties).toHaveProperty(field);
});

/** The fields that only this provider has. */
function ownFields(provider: string) {
	const { trigger } = providerOf(provider);
	const fields = trigger.fields ?? [];
	const defaults = Object.fromEntries(fields.map((field) => [field.name, field.default]));
	// A field that another one's choice hides.
	const isShown = ({ displayOptions }: INodeProperties) =>
		Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
			values?.includes(defaults[name] as string),
		);
	return fields.filter(isShown).map((field) => [field.name, field.default]);
}

describe.each(ids)('the form for %s', (provider) => {
	test('shows each parameter once, with its default', () => {
		const own = providerOf(provider).trigger.fields ?? [];
		const defaults = Object.fromEntries(own.map((field) => [field.name, field.default]));
		const form = shown({ provider, ...defaults });
		const fields = form.filter(({ type }) => type !== 'notice');
		expect(fields.map(({ name, default: value }) => [name, value])).toEqual([
			['provider', 'huskyVoice'],
			...ownFields(provider),
			['events', ['*']],
			['output', 'simplified'],
			['options', {}],
		]);
	});

	test('says where the URL goes and where the secret is, and offers the provider’s events', () => {
		const form = shown({ provider });
		const notices = form.filter(({ type }) => type === 'notice');
		const own = providers.find(({ id }) => id === provider);
		const { notice, live } = providerOf(provider).trigger;
		const expected = live === undefined ? [notice] : [notice, live.notice];
		expect(notices.map(({ displayName }) => displayName)).toEqual(expected);
		const events = form.find(({ name }) => name === 'events');
		const choices = events?.options as Array<{ value: string; description?: string }>;
		expect(choices.map(({ value }) => value)).toEqual([
			'*',
			...(own?.trigger.events.map(({ value }) => value) ?? []),
		]);
		for (const choice of choices) expect(choice.description).toMatch(/^[A-Z].{5}/);
	});

	test('asks for one credential, its own', () => {
		const node = { parameters: { provider }, typeVersion: 1.1 };
		const asked = description.credentials?.filter((credential) =>
			NodeHelpers.displayParameter({ provider }, credential, node, description),
		);
		const own = providers.find(({ id }) => id === provider)?.trigger.credentialType;
		expect(asked?.map(({ name, required }) => [name, required])).toEqual([[own, true]]);
	});

	test('has the options that apply, with their defaults', () => {
		const options = shownOptions(provider).map(({ name, default: value }) => [name, value]);
		const common: unknown[] = [
			['ignoreDuplicates', true],
			['includeRawBody', false],
			['ipAllowlist', ''],
		];
		const own = providers.find(({ id }) => id === provider)?.trigger;
		if (own?.audio !== undefined)
			common.push(['audioAsFile', true], ['binaryPropertyName', 'data']);
		if (provider === 'ultravox') common.push(['registerWebhook', false]);
		if (provider === 'enableX') common.push(['acceptPlaintext', false]);
		const tolerance = own?.defaultTolerance;
		if (tolerance !== undefined) common.push(['timestampTolerance', tolerance]);
		if (own?.live !== undefined) {
			common.push(['answerMargin', 0.5]);
			common.push(['failureMessage', 'Sorry, this is not available right now.']);
			const limits = own.live.requests.map(({ limit }) => limit);
			const adjustable = limits.filter((limit) => limit.adjustable);
			const longest = Math.max(...adjustable.map(({ seconds }) => seconds));
			if (adjustable.length > 0) common.push(['answerTimeLimit', longest]);
		}
		expect(options.sort()).toEqual(common.sort());
	});
});

// n8n's editor hides a parameter that a credential names without a slash.
test('the provider stays in the form', () => {
	for (const { displayOptions } of description.credentials ?? []) {
		expect(Object.keys(displayOptions?.show ?? {})).toEqual(['/provider']);
	}
});

test('the nodes panel offers an event of each provider', () => {
	const [{ displayName, options }] = description.properties;
	// The labels by which the editor finds the parameter to make entries of.
	expect(['event', 'events', 'trigger on']).toContain(displayName.toLowerCase());
	const offered = options?.map((option) => 'action' in option && option.action);
	expect(offered).toEqual(providers.map(({ name }) => `On ${name} event`));
});

test('whoever accepts unencrypted events is warned', () => {
	const option = shownOptions('enableX').find(({ name }) => name === 'acceptPlaintext');
	expect(option?.description).toMatch(/Warning: .*forge/);
	const notice = shown({ provider: 'enableX' }).find(({ name }) => name === 'enableXNotice');
	expect(notice?.displayName).toMatch(/does not sign them/);
});

test('the panel and the node itself speak to people', () => {
	expect(description.subtitle).toContain('provider');
	expect(description.activationMessage).toMatch(/production URL/);
	expect(description.eventTriggerDescription).toMatch(/test URL/);
	expect(JSON.stringify(description.triggerPanel)).toMatch(/test URL.*production URL/);
	expect(description.usableAsTool).toBeUndefined();
	expect(description.inputs).toEqual([]);
});

test('the nodes panel finds it by what people type', () => {
	const words = [codex.alias, description.displayName].flat().join(' ').toLowerCase();
	for (const { name } of providers) expect(words).toContain(name.replace(' AI', '').toLowerCase());
	for (const word of ['phone', 'call', 'telephony', 'webhook', 'signature', 'voice']) {
		expect(words).toContain(word);
	}
	// n8n shows both nodes as one entry, which is found by the words of the action alone.
	for (const word of ['Voxifi', 'webhook', 'signature']) expect(actionCodex.alias).toContain(word);
	for (const { name } of providers) {
		expect(actionCodex.alias.join(' ')).toContain(name.replace(' AI', ''));
	}
	expect(codex.node).toBe(`n8n-nodes-voice-call.${description.name}`);
});

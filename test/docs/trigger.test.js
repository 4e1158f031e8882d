'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { answerTo, NOT_SUBSCRIBED, SEEN_BEFORE } = require('../../nodes/delivery/refusal/responses');
const { remedies } = require('../../nodes/delivery/refusal/doctor/remedies');
const { simplifiedItem } = require('../../nodes/delivery/item');
const { VoiceCallTrigger } = require('../../nodes/VoiceCallTrigger/VoiceCallTrigger.node');
const { providerOf, providers } = require('../../nodes/providers');
const { PROJECT, readPage } = require('./page');

const reference = readPage('docs/reference.md');
const { properties } = new VoiceCallTrigger().description;
const reasons = Object.keys(remedies);

/** A default value as the tables write it. */
const written = (value) => {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	return value === '' ? 'empty' : String(value);
};

test('the reference lists the parameters with their defaults', () => {
	const rows = reference.table('Trigger parameters');
	const shown = properties.filter(({ type }) => type !== 'notice' && type !== 'collection');
	// Fields of one provider stand on its page.
	const own = new Set(
		providers.flatMap(({ trigger }) => trigger.fields ?? []).map(({ name }) => name),
	);
	const expected = shown
		.filter(({ name }) => !own.has(name))
		.map(({ displayName, options, default: value }) => [
			displayName,
			options.find((option) => option.value === String(value))?.name,
		]);
	const distinct = [...new Map(expected)];
	expect(rows.map((row) => [row.Parameter.text, row.Default.text])).toEqual(distinct);
});

test('the reference lists the options with their defaults', () => {
	const { options } = properties.find(({ type }) => type === 'collection');
	const told = reference.table('Trigger options');
	const names = [...new Set(options.map(({ displayName }) => displayName))];
	expect(told.map((row) => row.Option.text)).toEqual(names);
	for (const row of told) {
		// An option may have another default with one provider than with the others.
		const defaults = options
			.filter(({ displayName }) => displayName === row.Option.text)
			.map((option) => written(option.default));
		for (const each of new Set(defaults)) expect(row.Default.text).toContain(each);
	}
});

test('the reference lists the fields of an item', () => {
	const settings = {
		provider: providerOf('voxifi'),
		output: 'simplified',
		includeRawBody: true,
		scheme: { timestampTolerance: 300, acceptPlaintext: false, read: () => undefined },
	};
	const payload = {};
	const question = { type: '', id: '', name: '', parameters: {}, answerBy: '' };
	const verdict = {
		ok: true,
		verifiedWith: 'current',
		signedAt: 0,
		id: null,
		payload: Buffer.from('{}'),
	};
	const proven = { scheme: { label: 'x' }, verdict, payload, exact: payload };
	const event = settings.provider.trigger.readEvent(payload);
	const { json } = simplifiedItem(settings, proven, event, 'key', 0, question);
	const fields = Object.entries(json).flatMap(([name, value]) =>
		['event', 'call', 'delivery', 'request'].includes(name)
			? Object.keys(value).map((inner) => `${name}.${inner}`)
			: [name],
	);
	expect(reference.table('Item').map((row) => row.Field.code[0])).toEqual(fields);
});

test('the reference lists the statuses of a call', () => {
	const source = fs.readFileSync(path.join(PROJECT, 'nodes/providers/common/event.ts'), 'utf8');
	const [, union] = /export type CallStatus =([^;]+);/.exec(source);
	const statuses = [...union.matchAll(/'([a-z-]+)'/g)].map(([, status]) => status);
	const text = fs.readFileSync(path.join(PROJECT, 'docs/reference.md'), 'utf8');
	const [, sentence] = /`call\.status` is one of: ([^.]+)\./.exec(text);
	expect([...sentence.matchAll(/`([a-z-]+)`/g)].map(([, status]) => status)).toEqual(statuses);
});

test.each(['README.md', 'docs/reference.md'])('%s tells the answers', (file) => {
	const rows = readPage(file).table('Answers');
	const told = rows.map((row) => `${row.Status.text} ${row.Body.code[0]}`);
	const refusals = reasons
		.map(answerTo)
		.map(({ status, body }) => `${status} ${JSON.stringify(body)}`);
	const accepted = [{ received: true }, NOT_SUBSCRIBED, SEEN_BEFORE].map(
		(body) => `200 ${JSON.stringify(body)}`,
	);
	expect(told).toEqual([...accepted, ...[...new Set(refusals)].sort()]);
	expect(rows.map((row) => row['Workflow starts'].text)).toEqual(['yes', ...Array(6).fill('no')]);
});

test.each(['README.md', 'docs/reference.md'])('%s tells how each provider is thanked', (file) => {
	const [row] = readPage(file).table('Answers');
	const others = providers
		.map(({ name, trigger }) => [name, JSON.stringify(trigger.acknowledgement)])
		.filter(([, body]) => body !== row.Body.code[0]);
	expect(row.Body.text).toBe(
		[row.Body.code[0], ...others.map(([name, body]) => `(${name}: ${body})`)].join(' '),
	);
});

test('troubleshooting has each reason with its answer', () => {
	const rows = readPage('docs/troubleshooting.md').table('Reasons');
	const told = Object.fromEntries(rows.map((row) => [row.Reason.code[0], Number(row.Answer.text)]));
	expect(told).toEqual(
		Object.fromEntries(reasons.map((reason) => [reason, answerTo(reason).status])),
	);
	expect(rows).toHaveLength(reasons.length);
});

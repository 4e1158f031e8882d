'use strict';

/** @import { IDataObject, INodeProperties } from 'n8n-workflow' */

const { readFileSync } = require('node:fs');
const path = require('node:path');
const { answerTo, NOT_SUBSCRIBED, SEEN_BEFORE } = require('../../nodes/delivery/refusal/responses');
const { remedies } = require('../../nodes/delivery/refusal/doctor/remedies');
const { simplifiedItem } = require('../../nodes/delivery/item');
const { withAudioAsFile } = require('../../nodes/VoiceCallTrigger/audio/withAudioAsFile');
const { VoiceCallTrigger } = require('../../nodes/VoiceCallTrigger/VoiceCallTrigger.node');
const { providerOf, providers } = require('../../nodes/providers');
const { CALL_STATUSES } = require('../../nodes/providers/common/event');
const { partOf } = require('../partOf');
const { chosen, written } = require('./fields');
const { PROJECT, codeIn, readPage } = require('./page');

const reference = readPage('docs/reference.md');
const { properties } = new VoiceCallTrigger().description;
const reasons = /** @type {(keyof typeof remedies)[]} */ (Object.keys(remedies));

test('the reference lists the parameters with their defaults', () => {
	const rows = reference.table('Trigger parameters');
	const shown = properties.filter(({ type }) => type !== 'notice' && type !== 'collection');
	// Fields of one provider stand on its page.
	const own = new Set(
		providers.flatMap(({ trigger }) => trigger.fields ?? []).map(({ name }) => name),
	);
	const expected = shown
		.filter(({ name }) => !own.has(name))
		.map((field) => /** @type {const} */ ([field.displayName, chosen(field)]));
	const distinct = [...new Map(expected)];
	expect(rows.map((row) => [row.Parameter.text, row.Default.text])).toEqual(distinct);
});

test('the reference lists the options with their defaults', () => {
	const collection = properties.find(({ type }) => type === 'collection');
	const options = /** @type {INodeProperties[]} */ (collection.options);
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

/** The item as it is when its event carried audio. */
async function withAudio(item) {
	const [provider] = providers.filter(({ trigger }) => trigger.audio !== undefined);
	/** @type {unknown} */
	const audio = 'AAAA';
	const carried = provider.trigger.audio.path.reduceRight(
		(held, name) => ({ [name]: held }),
		audio,
	);
	const json = { ...item.json, payload: carried };
	return await withAudioAsFile(
		partOf({ helpers: partOf({ prepareBinaryData: async () => partOf({}) }) }),
		partOf({ provider, audio: { asFile: true, field: 'data' } }),
		{ json },
		partOf({ call: partOf({ id: 'c_1' }) }),
	);
}

test('the reference lists the fields of an item', async () => {
	const settings = { provider: providerOf('voxifi'), includeRawBody: true };
	const { trigger } = settings.provider;
	const form = { timestampTolerance: 300, acceptPlaintext: false, read: () => undefined };
	/** @type {IDataObject} */
	const payload = {};
	const question = { type: '', id: '', name: '', parameters: {}, answerBy: '' };
	/** @type {Parameters<typeof simplifiedItem>[1]} */
	const proven = {
		scheme: trigger.scheme(form),
		verdict: {
			ok: true,
			verifiedWith: 'current',
			signedAt: 0,
			id: null,
			payload: Buffer.from('{}'),
		},
		payload,
		exact: payload,
	};
	const event = trigger.readEvent(payload, form);
	const item = simplifiedItem(settings, proven, event, 'key', 0, question);
	const { json } = await withAudio(item);
	const fields = Object.entries(json).flatMap(([name, value]) =>
		['event', 'call', 'delivery', 'request', 'audio'].includes(name)
			? Object.keys(value).map((inner) => `${name}.${inner}`)
			: [name],
	);
	expect(reference.table('Item').map((row) => row.Field.code[0])).toEqual(fields);
});

test('the reference lists the statuses of a call', () => {
	const text = readFileSync(path.join(PROJECT, reference.file), 'utf8');
	const [, sentence] = /`call\.status` is one of: ([^.]+)\./.exec(text);
	expect(codeIn(sentence)).toEqual(CALL_STATUSES);
});

test('the reference tells the answers', () => {
	const rows = reference.table('Answers');
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

test('the reference tells how each provider is thanked', () => {
	const [row] = reference.table('Answers');
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

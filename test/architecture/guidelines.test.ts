import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { VoiceCall } from '../../nodes/VoiceCall/VoiceCall.node';
import { VoiceCallTrigger } from '../../nodes/VoiceCallTrigger/VoiceCallTrigger.node';

/**
 * What n8n's guidelines ask of the words of a form, as far as lint does not look.
 *
 * @see https://docs.n8n.io/connect/create-nodes/build-your-node/reference/ux-guidelines
 */

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/** Every field of a form, also those within collections. */
function fieldsIn(entries: readonly Entry[]): INodeProperties[] {
	return entries.flatMap((entry) => {
		if ('values' in entry) return fieldsIn(entry.values);
		return 'type' in entry ? [entry as INodeProperties, ...fieldsIn(entry.options ?? [])] : [];
	});
}

const fields = [new VoiceCall(), new VoiceCallTrigger()].flatMap(({ description }) =>
	fieldsIn(description.properties),
);
const choices = fields.flatMap(({ options }) =>
	(options ?? []).filter((option): option is INodePropertyOptions => 'value' in option),
);
const told = (entries: readonly Entry[]) => [
	...new Set(entries.map((entry) => JSON.stringify(entry))),
];

test('there are forms to look at', () => {
	expect(fields.length).toBeGreaterThan(200);
	expect(choices.length).toBeGreaterThan(100);
});

test('an example in a field starts with "e.g.", and a button says what it adds', () => {
	const holders = fields.flatMap((field) => [field, ...(field.modes ?? [])]);
	const odd = holders.filter(({ type, placeholder }) => {
		const isButton = type === 'collection' || type === 'fixedCollection';
		return placeholder !== undefined && !(isButton ? /^Add / : /^e\.g\. /).test(placeholder);
	});
	expect(odd.map(({ placeholder }) => placeholder)).toEqual([]);
});

test('what a yes-or-no field does starts with "Whether"', () => {
	const odd = fields.filter(
		({ type, description }) => type === 'boolean' && !/^Whether /.test(description ?? ''),
	);
	expect(told(odd)).toEqual([]);
});

test('the name of an action is a sentence without articles', () => {
	const actions = choices.flatMap(({ action }) => action ?? []);
	expect(actions.length).toBeGreaterThan(10);
	expect(actions.filter((action) => !/^[A-Z][^.]+$/.test(action))).toEqual([]);
	expect(actions.filter((action) => /\b(?:a|an|the)\b/i.test(action))).toEqual([]);
});

import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Connection, Operation, WaitForResult } from '../../providers/common/action';
import type { TriggerProvider } from '../../providers/common/provider';
import { ipAllowlistOption, proofOptionsOf } from '../../delivery/proofOptions';
import type { CallingProvider } from '../registry';
import { CREATE_AND_WAIT, DEFAULT_INPUT_FIELD, DEFAULT_MINUTES, MOST_MINUTES } from './parameters';

/** How the form offers the operation. An agent's tool cannot sleep, so it does not offer it. */
export const createAndWaitOption: INodePropertyOptions = {
	name: 'Create and Wait',
	value: CREATE_AND_WAIT,
	action: 'Create call and wait for result',
	description:
		'Place a real call and go on with its verified result: it rings a person and costs money',
	displayOptions: { hide: { '@tool': [true] } },
};

/** A `create` whose call reports its result to an address of its own. */
type WaitingOperation = Operation & { wait: WaitForResult };

/** The operation that Create and Wait places its call with, where a connection has one. */
export function waitingOperationOf({ operations }: Connection): WaitingOperation | undefined {
	return operations.find((each): each is WaitingOperation => each.wait !== undefined);
}

/** The fields of Create and Wait: those of `create`, those that the proof needs, and its own. */
export function createAndWaitFields(
	{ fields, wait }: WaitingOperation,
	trigger: TriggerProvider,
): INodeProperties[] {
	return [
		...withoutField(fields, wait.field),
		...(wait.isAnalyzed === undefined ? [] : [waitFor]),
		waitMinutes,
		inputField,
		...(trigger.fields ?? []),
	];
}

/** The address of the call's events is set by the node, so the form does not ask for it. */
function withoutField(fields: INodeProperties[], path: string | undefined): INodeProperties[] {
	if (path === undefined) return fields;
	const [name, ...inner] = path.split('.');
	if (inner.length === 0) return fields.filter((field) => field.name !== name);
	return fields.map((field) =>
		field.name !== name
			? field
			: {
					...field,
					options: withoutField(field.options as INodeProperties[], inner.join('.')),
				},
	);
}

/** What the proof of the result leaves to the user, for those providers whose calls can be waited for. */
export function proofOptions(providers: readonly CallingProvider[]): INodeProperties[] {
	const waiting = providers.filter(({ action }) =>
		action.connections.some((connection) => waitingOperationOf(connection) !== undefined),
	);
	return [ipAllowlistOption, ...waiting.flatMap(proofOptionsOf)].map((option) => ({
		...option,
		displayOptions: {
			show: { ...option.displayOptions?.show, '/operation': [CREATE_AND_WAIT] },
		},
	}));
}

const waitFor: INodeProperties = {
	displayName: 'Wait For',
	name: 'waitFor',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Analysis Ready',
			value: 'analyzed',
			description: 'The report that comes some time after the call, with what was found in it',
		},
		{
			name: 'Call Ended',
			value: 'ended',
			description: 'The end of the call, whatever it is: also when nobody answered',
		},
	],
	default: 'ended',
	description: 'The event that the workflow goes on with. Others are answered and left alone.',
};

const waitMinutes: INodeProperties = {
	displayName: 'Limit Wait Time (Minutes)',
	name: 'waitMinutes',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MOST_MINUTES },
	default: DEFAULT_MINUTES,
	description:
		'How long to wait for the result, from when the call was placed. When that time is up, the item goes on with <code>timedOut</code> true and the status <code>unknown</code>; the call is not ended.',
};

const inputField: INodeProperties = {
	displayName: 'Put Input in Field',
	name: 'inputField',
	type: 'string',
	noDataExpression: true,
	default: DEFAULT_INPUT_FIELD,
	placeholder: 'e.g. input',
	description: 'The name of the output field that the fields of the input go into',
};

import type { INodeProperties } from 'n8n-workflow';
import { locatorField } from '../../common/fields';
import { AGENTS, AN_AGENT } from '../lists';

const STATES = [
	'aborted',
	'busy',
	'completed',
	'dialing',
	'failed',
	'in_progress',
	'no_answer',
	'queued',
	'timeout',
	'voicemail',
];

/** By what a list of calls may be narrowed down. */
export const filters: INodeProperties[] = [
	locatorField(
		{ displayName: 'Agent', name: 'agentId', description: 'Only calls of this agent' },
		AGENTS,
		AN_AGENT,
	),
	{
		displayName: 'Created After',
		name: 'createdAfter',
		type: 'dateTime',
		default: '',
		description: 'Only calls created at this time or later',
	},
	{
		displayName: 'Created Before',
		name: 'createdBefore',
		type: 'dateTime',
		default: '',
		description: 'Only calls created before this time',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: STATES.map((value) => ({ name: titleOf(value), value })),
		default: 'completed',
		description: 'Only calls with this status',
	},
];

function titleOf(word: string): string {
	return word
		.split('_')
		.map((part) => part.charAt(0).toUpperCase() + part.slice(1))
		.join(' ');
}

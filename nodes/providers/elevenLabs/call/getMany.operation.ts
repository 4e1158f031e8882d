import type { INodeProperties } from 'n8n-workflow';
import type { Paging } from '../../common/action';
import { enteredTime } from '../../common/enteredTime';
import { locatorField } from '../../common/fields';
import { pathWithQuery } from '../../common/query';
import { callsOf, listing } from '../../common/list';
import { filled, optionalText } from '../../common/text';
import { pageIn } from '../paging';
import { agentExample } from './examples';
import { receipt } from './response';

/** As many as ElevenLabs gives at once. */
const MOST = 100;

const filters: INodeProperties[] = [
	locatorField(
		{ displayName: 'Agent', name: 'agentId', description: 'Only calls of this agent' },
		'elevenLabsAgents',
		agentExample,
	),
	{
		displayName: 'Started After',
		name: 'startedAfter',
		type: 'dateTime',
		default: '',
		description: 'Only calls that started after this time',
	},
	{
		displayName: 'Started Before',
		name: 'startedBefore',
		type: 'dateTime',
		default: '',
		description: 'Only calls that started before this time',
	},
	{
		displayName: 'User ID',
		name: 'userId',
		type: 'string',
		default: '',
		description: 'Only calls with this user ID',
	},
];

const paging: Paging = {
	request: (read, limit, after) => {
		const more = (name: string) => read(`additionalFields.${name}`);
		const query = filled({
			page_size: String(Math.min(limit, MOST)),
			cursor: after,
			agent_id: optionalText(more('agentId')),
			user_id: optionalText(more('userId')),
			call_start_after_unix: seconds(more('startedAfter'), 'Started After'),
			call_start_before_unix: seconds(more('startedBefore'), 'Started Before'),
		});
		return { method: 'GET', path: pathWithQuery('/v1/convai/conversations', query) };
	},
	page: (body) => callsOf(pageIn(body, 'conversations')),
};

/**
 * Lists calls, without transcripts. Conversations that were no phone calls are among them.
 *
 * @see https://elevenlabs.io/docs/api-reference/conversations/list
 */
export const getMany = listing(filters, paging, receipt);

/** A time in whole seconds since 1970. */
function seconds(value: unknown, label: string): string | undefined {
	const time = enteredTime(value, label);
	return time === undefined ? undefined : String(Math.floor(time / 1000));
}

import type { INodeProperties } from 'n8n-workflow';
import type { LiveRequests } from '../../providers/common/liveRequest';
import { DEFAULT_FAILURE_MESSAGE, DEFAULT_MARGIN_SECONDS } from './timeLimit';

/** The options that a provider with live requests has besides. */
export function answerOptions({ requests }: LiveRequests): INodeProperties[] {
	const adjustable = requests.filter(({ limit }) => limit.adjustable);
	const seconds = Math.max(0, ...adjustable.map((request) => request.limit.seconds));
	const limit: INodeProperties[] =
		seconds === 0
			? []
			: [
					{
						displayName: 'Answer Time Limit (Seconds)',
						name: 'answerTimeLimit',
						type: 'number',
						typeOptions: { minValue: 1, numberPrecision: 1 },
						default: seconds,
						description: `How long the provider waits for the answer to a live request, if another limit than the usual one is set there. For: ${adjustable.map(({ name }) => name).join(', ')}.`,
					},
				];
	return [
		...limit,
		{
			displayName: 'Answer Margin (Seconds)',
			name: 'answerMargin',
			type: 'number',
			typeOptions: { minValue: 0.1, numberPrecision: 1 },
			default: DEFAULT_MARGIN_SECONDS,
			description:
				'How long before the time limit the provider is told that it failed, if the workflow has not answered a live request by then',
		},
		{
			displayName: 'Failure Message',
			name: 'failureMessage',
			type: 'string',
			default: DEFAULT_FAILURE_MESSAGE,
			description:
				'What the agent, or the caller, is told when the workflow fails or takes too long to answer a live request',
		},
	];
}

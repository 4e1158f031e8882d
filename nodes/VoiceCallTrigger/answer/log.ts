import type { IWebhookFunctions } from 'n8n-workflow';
import type { LiveRequest } from '../../providers/common/liveRequest';
import { identityOf, placeOf } from '../../delivery/nodeIdentity';
import { logAtMostOncePerSecond } from '../../delivery/refusal/log';
import type { TriggerSettings } from '../settings';
import type { NoAnswer } from './answerAtLatest';

const TOLD: Record<NoAnswer, string> = {
	failed: 'the workflow failed before it answered',
	late: 'the workflow took too long',
	unanswered: 'the workflow ended without an answer',
};

/** Says in the log that a provider got the failure instead of an answer of the workflow. */
export function logNoAnswer(
	context: IWebhookFunctions,
	{ provider }: TriggerSettings,
	{ value }: LiveRequest,
	reason: NoAnswer,
): void {
	const { fields, words } = placeOf(context);
	logAtMostOncePerSecond(identityOf(context), `answer-${reason}`, Date.now(), (suppressed) => {
		context.logger.warn(
			`Voice Call Trigger answered a live request with a failure, for ${TOLD[reason]}: ${value}, ${words}`,
			{
				provider: provider.id,
				request: value,
				reason,
				...fields,
				...suppressed,
			},
		);
	});
}

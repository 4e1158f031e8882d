import type { IDataObject } from 'n8n-workflow';
import { BadInput } from '../common/badInput';
import { callIdInPath } from '../common/callId';
import { pathWithQuery } from '../common/query';
import { textAt } from '../common/reading';
import type { RegisteredWebhook, Registration, WantedWebhook } from '../common/registration';
import { filled } from '../common/text';
import { pageIn } from './page';

const PAGE_SIZE = '100';
/** What Ultravox takes at most, in characters. */
const LONGEST_URL = 200;
const LONGEST_SECRET = 120;

/**
 * Webhooks of the account, for calls of all agents. Ultravox takes the secrets from us, and keeps several
 * webhooks side by side.
 *
 * @see https://docs.ultravox.ai/api-reference/webhooks/webhooks-post
 */
export const registration: Registration = {
	list: (after) => ({
		method: 'GET',
		path: pathWithQuery('/webhooks', filled({ pageSize: PAGE_SIZE, cursor: after })),
	}),
	page: (body) => {
		const page = pageIn(body);
		return page && { webhooks: page.entries.flatMap(webhookOf), ...page.next };
	},
	create: (wanted) => ({ method: 'POST', path: '/webhooks', body: bodyOf(wanted) }),
	update: (id, wanted) => ({ method: 'PATCH', path: pathOf(id), body: bodyOf(wanted) }),
	idIn: (webhook) => textAt(webhook, 'webhookId'),
	remove: (id) => ({ method: 'DELETE', path: pathOf(id) }),
};

function pathOf(id: string): string {
	return `/webhooks/${callIdInPath(id)}`;
}

function webhookOf(entry: IDataObject): RegisteredWebhook[] {
	const id = textAt(entry, 'webhookId');
	const url = textAt(entry, 'url');
	return id === null || url === null ? [] : [{ id, url }];
}

function bodyOf({ url, events, secrets }: WantedWebhook): IDataObject {
	if (url.length > LONGEST_URL) {
		throw new BadInput(
			`The address of this node is longer than the ${LONGEST_URL} characters that Ultravox takes.`,
			'Give n8n a shorter address, or register the webhook in the console of Ultravox.',
		);
	}
	if (secrets.some(({ length }) => length > LONGEST_SECRET)) {
		throw new BadInput(
			`A signing secret is longer than the ${LONGEST_SECRET} characters that Ultravox takes.`,
			'Make up a shorter one.',
		);
	}
	return { url, events: [...events], secrets: [...secrets] };
}

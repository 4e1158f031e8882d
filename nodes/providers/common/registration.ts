import type { IDataObject } from 'n8n-workflow';
import type { CallRequest } from './request';

/** What a provider is to send, and where. */
export interface WantedWebhook {
	url: string;
	/** The provider's own names of the events. */
	events: readonly string[];
	/** What the provider proves the events with; one at least. */
	secrets: readonly string[];
}

/** A webhook that a provider has, by the provider's ID of it. */
export interface RegisteredWebhook {
	id: string;
	url: string;
}

/**
 * How a provider is told by its API where to send events. Only for providers that take the secret from us
 * and keep several webhooks side by side: then nothing that is there is overwritten.
 */
export interface Registration {
	/**
	 * The request for one page of the webhooks that there are.
	 *
	 * @param after what the page before gave as `next`
	 */
	list(after: string | undefined): CallRequest;
	/** Reads one page; `undefined` for what is no list. */
	page(body: unknown): { webhooks: RegisteredWebhook[]; next?: string } | undefined;
	/** @throws BadInput for a webhook that the provider does not take */
	create(wanted: WantedWebhook): CallRequest;
	/**
	 * The request that changes a webhook of ours; 404 says that it is gone.
	 *
	 * @throws BadInput as `create`
	 */
	update(id: string, wanted: WantedWebhook): CallRequest;
	/** The ID in the answer to `create` and `update`; `null` where there is none. */
	idIn(body: IDataObject): string | null;
	/** The request that deletes it; 404 says that it is gone already. */
	remove(id: string): CallRequest;
}

import type { IDataObject } from 'n8n-workflow';
import { objectOrNull, textAt } from '../../common/reading';

/** The message of a payload, where it has this type. */
export function messageOf(payload: IDataObject, type: string): IDataObject | undefined {
	const message = objectOrNull(payload, 'message');
	return message !== null && textAt(message, 'type') === type ? message : undefined;
}

/** What a request that asks one thing asks. */
export function oneQuestion(payload: IDataObject, type: string, args: string[] = []) {
	const message = messageOf(payload, type);
	if (message === undefined) return undefined;
	const entries = args
		.filter((name) => Object.hasOwn(message, name))
		.map((name) => [name, message[name]] as const);
	return [{ id: null, name: null, parameters: Object.fromEntries(entries) as IDataObject }];
}

import type { IDataObject } from 'n8n-workflow';
import { exactJson } from '../common/exactJson';

/** Dynamic variables are texts, numbers and truth values; anything else goes as JSON. */
export function variables(given: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(given).map(([name, value]) => [name, variable(value)]),
	) as IDataObject;
}

function variable(value: unknown): unknown {
	if (['string', 'number', 'boolean'].includes(typeof value)) return value;
	return value === undefined || value === null ? '' : exactJson(value);
}

import { isObject } from '../../verification/json';
import type { ListSearch } from '../common/action';
import { textAt } from '../common/reading';
import type { IDataObject } from 'n8n-workflow';

/** The address of the assistants of a workspace. Reading them changes nothing. */
export const ASSISTANTS_PATH = '/v1/admin/assistant/list';

/**
 * The assistants of the workspace in the credential, all of them at once.
 *
 * @see https://github.com/MiraiMinds/docs (legacy-openapi.yaml)
 */
export const assistants: ListSearch = {
	request: () => ({ method: 'GET', path: ASSISTANTS_PATH }),
	page: (body) => {
		if (!isObject(body) || !Array.isArray(body.data)) return undefined;
		const entries = body.data.filter(isObject).flatMap((assistant) => {
			const value = textAt(assistant as IDataObject, '_id');
			return value === null
				? []
				: [{ name: textAt(assistant as IDataObject, 'name') ?? value, value }];
		});
		return { entries };
	},
};

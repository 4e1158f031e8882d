'use strict';

/** @param {import('./client').Session} session */
function dataTableMethods({ request }) {
	return {
		/**
		 * Makes a data table of text columns in the owner's project; one of the same name makes room.
		 *
		 * @param {{ name: string, columns: string[], rows: object[] }} table
		 */
		createDataTable: async ({ name, columns, rows }) => {
			const { id: project } = await request('GET', '/projects/personal');
			const all = `/projects/${project}/data-tables`;
			const { data: others } = await request('GET', all);
			for (const other of others) {
				if (other.name === name) await request('DELETE', `${all}/${other.id}`);
			}
			const { id } = await request('POST', all, {
				name,
				columns: columns.map((column) => ({ name: column, type: 'string' })),
			});
			const path = `${all}/${id}`;
			await request('POST', `${path}/insert`, { data: rows });
			return {
				/** In the order in which they came in. */
				rows: async () => {
					/** @type {{ data: ({ id: number } & Record<string, any>)[] }} */
					const { data } = await request('GET', `${path}/rows?take=100`);
					return data.sort((one, other) => one.id - other.id);
				},
				remove: async () => void (await request('DELETE', path)),
			};
		},
	};
}

module.exports = { dataTableMethods };

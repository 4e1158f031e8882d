import js from '@eslint/js';
import globals from 'globals';

// For JavaScript. eslint.config.mjs is n8n's own, which reads TypeScript alone and is to be left as it is.
export default [
	{ ignores: ['dist/', '.cache/', '.stryker-tmp/', 'coverage/', 'reports/'] },
	{
		...js.configs.recommended,
		files: ['**/*.js', '**/*.mjs'],
		languageOptions: { globals: globals.node },
	},
	{ files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },
	{ files: ['test/**/*.js'], languageOptions: { globals: globals.jest } },
	{
		files: ['**/*.js', '**/*.mjs'],
		// As TypeScript counts: what has to be there and is not used begins with an underscore.
		rules: {
			'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
		},
	},
];

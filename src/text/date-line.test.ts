import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutEditionDay } from './date-line.ts';

const editions: readonly (readonly [string, string])[] = [
	['Last updated: 3 May 2023', 'Last updated: 7 June 2024'],
	['Effective date: January 1, 2024', 'Effective date: March 5, 2025'],
	['This policy was last revised on 3 May 2023.', 'This policy was last revised on 4 June 2024.'],
	['Stand: 3. Mai 2023', 'Stand: 14. Juni 2024'],
	['Dernière mise à jour : 3 mai 2023', 'Dernière mise à jour : 14 juin 2024'],
	['Última actualización: 3 de mayo de 2023', 'Última actualización: 4 de junio de 2024'],
	['最終更新日：2023年5月3日', '最終更新日：2024年6月14日'],
	['2023-05-03', '2024-06-14'],
	['© 2023 Quillmark Ltd. All rights reserved.', '© 2024 Quillmark Ltd. All rights reserved.'],
	['Quillmark Â© 2023', 'Quillmark Â© 2024'],
	['Copyright 2001–2023 Quillmark', 'Copyright 2001–2024 Quillmark'],
	['Version 3.1, 3 May 2023', 'Version 3.2, 4 June 2024'],
];
const terms: readonly string[] = [
	'You may claim until 31 March 2025 only.',
	'You must cancel before 17:00 on the day.',
	'Cancel before 17:00.',
	'Your account must have been opened 30 days ago or earlier.',
	'Anybody who had an account on 3 May 2023 keeps the price that was in force and pays no fee for moving what he has to us.',
	'You pay within 30 days.',
	'Fees are due in March.',
];

test('the line of an edition is the same without its day', () => {
	for (const [one, other] of editions) {
		assert.notEqual(withoutEditionDay(one), null, one);
		assert.equal(withoutEditionDay(one), withoutEditionDay(other), one);
	}
});

test('a day in a sentence is a term', () => {
	for (const sentence of terms) assert.equal(withoutEditionDay(sentence), null, sentence);
});

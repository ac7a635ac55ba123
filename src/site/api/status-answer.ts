/** `status.json`: how the capture of each agreement stands. */
import type { StatusAnswer } from '../../model/api-answers.ts';
import type { Archive } from '../../model/archive.ts';
import { agreementApi } from '../addresses/api-urls.ts';
import { statusLines } from '../status/capture-status.ts';

export function statusAnswer(archive: Archive): StatusAnswer {
	return {
		updated: archive.status?.updated ?? null,
		agreements: statusLines(archive).map(
			({ platform, agreement, recorded, state, checked, since, cause }) => ({
				platform,
				agreement,
				api: recorded === null ? null : agreementApi(recorded.platform, recorded.agreement),
				state,
				checked,
				since,
				cause,
			}),
		),
	};
}

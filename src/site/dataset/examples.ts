/** Questions that the data set answers, each with a program that answers it: run in a folder that holds the data set. */

export interface Example {
	readonly id: 'duckdb' | 'python' | 'jq';
	readonly title: string;
	/** What it is run with. */
	readonly tool: string;
	readonly program: string;
}

export const examples: readonly Example[] = [
	{
		id: 'duckdb',
		title: 'Who changed its terms how often, by year?',
		tool: 'DuckDB',
		program: `select a.platform, year(c.fetched) as year, count(*) as changes
from 'parquet/changes.parquet' c
join 'parquet/agreements.parquet' a using (agreement)
where c.rank = 'prominent'
group by all
order by all;`,
	},
	{
		id: 'python',
		title: 'What did an agreement say on a day?',
		tool: 'Python, its standard library alone: python3 text.py <agreement> <day>',
		program: `import json, sys

agreement, day = sys.argv[1:]

def table(name):
    with open(f"jsonl/{name}.jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["agreement"] == agreement:
                yield row

versions = [v for v in table("versions") if v["fetched"][:10] <= day]
version = max(versions, key=lambda v: v["version"])
rows = {
    each["row"]
    for each in table("clause_texts")
    if version["text"] is not None
    and each["first_text"] <= version["text"] <= each["last_text"]
}
print(f"{agreement}, fetched {version['fetched']}, commit {version['commit']}")
for clause in table("clauses"):
    if clause["row"] in rows:
        print(clause["text"] or "")`,
	},
	{
		id: 'jq',
		title: 'Which clauses prove which side on a topic?',
		tool: 'jq: jq --raw-output --arg topic <topic> --from-file sides.jq jsonl/stance_evidence.jsonl',
		program: `select(.topic == $topic and .stance != null and .until == null)
| [.agreement, .stance, .since, .quote, .address]
| @tsv`,
	},
];

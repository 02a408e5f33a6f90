-- The serving database: built from the two Delta tables, never written to by hand, thrown away
-- when they change. Numbers stand for keys in the bridges (joins on numbers are about three times
-- as fast as on text) and every bridge is laid down in the order of time.
-- Given before it runs: `stored` (the reports), `links_given`, `families` (organization key ->
-- family), `wordings` (document that has copies -> the first of them); halfway, `members` (linked
-- event -> its happening).

-- Which events tell of one happening, two by two, and why. A link may outlive an event until links
-- are worked out again: such are left out.
CREATE TABLE links AS
WITH present AS (SELECT unnest(list_transform(normalized.events, lambda event: event.id)) AS id FROM stored)
SELECT * FROM links_given
WHERE kind <> 'copy' AND one IN (SELECT id FROM present) AND other IN (SELECT id FROM present);

-- (members are gathered here)

-- One row a document; `file` is the part of the Delta table that holds the whole of it, `wording`
-- the same for near-copies: they are one source.
CREATE TABLE documents AS
SELECT (row_number() OVER (ORDER BY id))::INTEGER AS number,
       id, source, url, file,
       -- Who made it public: the host of its address, else the file it came from, without its place in it.
       coalesce(
           nullif(lower(regexp_extract(url, '^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?(?:[wW]{3}\.)?([^/:?#]+)', 1)), ''),
           nullif(regexp_replace(source, ':[0-9]+$', ''), ''), id
       ) AS publisher,
       coalesce(nullif(title, ''), nullif(normalized.title, ''), id) AS title,
       coalesce(nullif(normalized.language, ''), language, '') AS language,
       published, normalized.read AS read,
       concat_ws('; ',
           nullif(array_to_string(
               list_transform(partial, lambda one: concat_ws(': ', nullif(one.position, ''), one.reason)), '; '
           ), ''),
           nullif(normalized.partial, '')
       ) AS partial,
       normalized.document_date.edtf AS document_date,
       normalized.document_date.earliest AS begun, normalized.document_date.latest AS written,
       coalesce(w.wording, id) AS wording
FROM stored LEFT JOIN wordings w ON w.document = stored.id;

-- One row an event as one document tells it.
-- What became of a happening is what the latest report says, held over called off over planned: `standing`
-- tells them apart. `rank` puts the representative first: one that says what became of it, with the sharpest
-- date, then the main event of its document, then the smallest id.
CREATE TEMP TABLE ranked AS
WITH unnested AS (
    -- Of an event only what is asked for further down: its reasons are more than all the rest.
    SELECT id AS document_id, unnest(list_transform(normalized.events, lambda one: {
        id: one.id, main: one.main, title: one.title, type: one.type, plover: one.plover, cameo: one.cameo,
        status: one.status, score: one.score, place: one.place, according_to: one.according_to,
        date: {
            edtf: one.date.edtf, earliest: one.date.earliest, latest: one.date.latest, placed: one.date.placed,
            precision: one.date.precision, basis: one.date.basis, wording: one.date.wording,
            approximate: one.date.approximate, likely: one.date.likely
        },
        evidence: one.evidence, numbers: one.numbers, participants: one.participants, groups: one.groups,
        organizations: one.organizations, topics: one.topics, countries: one.countries,
        countries_location: one.countries_location, countries_named: one.countries_named,
        countries_by_membership: one.countries_by_membership
    })) AS event FROM stored
), placed AS (
    SELECT d.number AS document, d.wording, d.begun, d.written, e.document_id, e.event,
           coalesce(m.happening, e.event.id) AS happening_id,
           CASE WHEN e.event.status IN ('happened', 'ongoing') THEN 3
                WHEN e.event.status IN ('cancelled', 'denied', 'postponed') THEN 2
                WHEN e.event.status = 'planned' THEN 1 ELSE 0 END AS standing
    FROM unnested e JOIN documents d ON d.id = e.document_id LEFT JOIN members m ON m.event = e.event.id
), judged AS (
    SELECT *, first(event.status) OVER (
               PARTITION BY happening_id ORDER BY standing DESC, written DESC NULLS LAST, event.id
           ) AS outcome
    FROM placed
)
SELECT * EXCLUDE (outcome), row_number() OVER (
           PARTITION BY happening_id
           ORDER BY event.status <> outcome,
                    NOT event.date.placed,
                    coalesce(event.date.latest - event.date.earliest, 10000000),
                    NOT event.main, event.id, document
       ) AS rank
FROM judged;

-- The same with the number of its happening, in the order of numbers, which is that of time: the working table
-- from which the rest is derived. A happening is events of several reports that are linked, or a single one. Its
-- date, type and status are the representative's; organizations, countries, topics and words are everybody's.
CREATE TEMP TABLE told AS
WITH numbers AS (
    SELECT happening_id, (row_number() OVER (
               ORDER BY event.date.earliest NULLS LAST, event.date.latest, event.id
           ))::INTEGER AS number
    FROM ranked WHERE rank = 1
)
SELECT n.number, t.* EXCLUDE (happening_id) FROM ranked t JOIN numbers n USING (happening_id) ORDER BY number, rank;

DROP TABLE ranked;

-- What the reports of one happening say differently of the same thing: its day, where two that say the same of
-- it (held, planned) allow no common one, its city, and how many of something there were. One row a report and
-- what it says.
CREATE TEMP TABLE differing AS
WITH bounds AS (
    SELECT number, standing, max(event.date.earliest) > min(event.date.latest) AS days_differ
    FROM told GROUP BY ALL
), cities AS (
    SELECT number, count(DISTINCT event.place.city) > 1 AS cities_differ FROM told GROUP BY ALL
), counted AS (
    SELECT number, document_id, unnest(event.numbers) AS said FROM told
), things AS (
    -- "12 people": words are the same whose beginnings are; what a report numbers several times is left out.
    SELECT *, left(split_part(said, ' ', 2), 5) AS thing, split_part(said, ' ', 1) AS many FROM counted
    QUALIFY count(DISTINCT many) OVER (PARTITION BY number, document_id, thing) = 1
), numbers AS (
    SELECT number, said, document_id FROM things
    QUALIFY min(many) OVER (PARTITION BY number, thing) <> max(many) OVER (PARTITION BY number, thing)
)
SELECT t.number AS happening, 'day' AS what, t.event.date.edtf AS said, t.document_id
FROM told t JOIN bounds b USING (number, standing) WHERE b.days_differ
UNION ALL
SELECT t.number, 'city', t.event.place.city, t.document_id
FROM told t JOIN cities c USING (number) WHERE c.cities_differ AND t.event.place.city IS NOT NULL
UNION ALL
SELECT number, 'number', said, document_id FROM numbers;

CREATE TABLE disagreements AS
SELECT happening, what, said, list_sort(list(DISTINCT document_id)) AS documents
FROM differing GROUP BY ALL ORDER BY happening, what, said;

-- Every event and the happening and document it belongs to.
CREATE TABLE events AS
SELECT event.id AS id, number AS happening, document, rank::INTEGER AS rank FROM told ORDER BY happening, rank;

-- Who is in it: the bodies that act (layer 1) and those that its own sentences name (layer 2).
CREATE TEMP TABLE named_bodies AS
WITH acting AS (
    SELECT t.number AS happening, t.rank, unnest(t.event.organizations) AS body,
           generate_subscripts(t.event.organizations, 1) AS place
    FROM told t
), sentences AS (
    SELECT t.number AS happening, t.rank, t.document_id, unnest(t.event.evidence) AS words
    FROM told t
), spoken AS (
    SELECT id AS document_id, unnest(list_filter(
        normalized.mentions, lambda one: one.kind = 'organization' AND one.value <> ''
    )) AS body FROM stored
), called AS (
    SELECT id AS document_id, unnest(normalized.mentioned_organizations) AS body FROM stored
), naming AS (
    SELECT s.happening, s.rank, s.document_id, m.body.value AS key, m.body.start AS place
    FROM sentences s JOIN spoken m ON m.document_id = s.document_id
        AND m.body.start >= s.words.start AND m.body.stop <= s.words.stop
)
SELECT happening, body.key AS key, body.name AS name, body.abbr AS abbr, rank * 1000 + place AS strength,
       1 AS layer
FROM acting
UNION ALL
SELECT n.happening, n.key, c.body.name, c.body.abbr, n.rank * 1000000 + n.place, 2
FROM naming n LEFT JOIN called c ON c.document_id = n.document_id AND c.body.key = n.key;

CREATE TABLE organizations AS
SELECT (row_number() OVER (ORDER BY key))::INTEGER AS number, key,
       coalesce(min(nullif(name, '')), key) AS name, coalesce(max(abbr), '') AS abbr,
       coalesce(any_value(f.family), '') AS family
FROM named_bodies LEFT JOIN families f USING (key) GROUP BY key;

CREATE TABLE happening_organizations AS
SELECT o.number AS organization, b.happening, min(b.strength) AS strength, bit_or(b.layer)::INTEGER AS layers
FROM named_bodies b JOIN organizations o USING (key)
GROUP BY ALL ORDER BY happening, strength;

-- Countries, with how they are tied to it as a set of bits:
-- 1 participating, 2 location, 4 named, 8 by membership.
CREATE TABLE happening_countries AS
WITH unnested AS (
    SELECT number AS happening, unnest(event.countries) AS country, 1 AS layer FROM told
    UNION ALL SELECT number, unnest(event.countries_location), 2 FROM told
    UNION ALL SELECT number, unnest(event.countries_named), 4 FROM told
    UNION ALL SELECT number, unnest(event.countries_by_membership), 8 FROM told
)
SELECT happening, country, bit_or(layer)::INTEGER AS layers FROM unnested GROUP BY ALL ORDER BY happening, country;

-- Topics, strongest first, with the name the documents gave them.
CREATE TABLE happening_topics AS
WITH unnested AS (
    SELECT t.number AS happening, t.rank, unnest(t.event.topics) AS topic,
           generate_subscripts(t.event.topics, 1) AS place
    FROM told t
)
SELECT happening, topic, min(rank * 1000 + place) AS strength
FROM unnested GROUP BY ALL ORDER BY happening, strength;

CREATE TABLE topics AS
WITH unnested AS (SELECT unnest(normalized.topics) AS topic FROM stored)
SELECT topic.key AS key, min(topic.name) AS name FROM unnested GROUP BY ALL;

-- Who took part, by the key of the knowledge files or, for someone they do not know, by name.
CREATE TEMP TABLE named_people AS
WITH unnested AS (
    SELECT t.number AS happening, t.rank, unnest(t.event.participants) AS person,
           generate_subscripts(t.event.participants, 1) AS place
    FROM told t
)
SELECT happening, coalesce(nullif(person.key, ''), person.name) AS key, person.name AS name,
       rank * 1000 + place AS strength
FROM unnested WHERE person.part <> 'absent';

CREATE TABLE people AS SELECT key, mode(name ORDER BY name) AS name FROM named_people GROUP BY key;

CREATE TABLE happening_people AS
SELECT happening, key AS person, min(strength) AS strength
FROM named_people GROUP BY ALL ORDER BY happening, strength;

-- Which reports tell of it.
CREATE TABLE happening_documents AS
SELECT happening, document, count(*)::INTEGER AS events FROM events GROUP BY ALL ORDER BY happening, document;

-- The words that can be searched: titles, evidence and names, folded to lower case without accents.
CREATE TABLE texts AS
SELECT t.number - 1 AS place,
       strip_accents(lower(string_agg(concat_ws(chr(10),
           event.title, event.place.city,
           array_to_string(list_transform(event.evidence, lambda one: one.text), chr(10)),
           array_to_string(list_transform(event.participants, lambda one: one.name), chr(10)),
           array_to_string(list_transform(event.organizations, lambda one: one.name || chr(10) || one.abbr), chr(10)),
           array_to_string(event.groups, chr(10))
       ), chr(10) ORDER BY rank))) AS words
FROM told t GROUP BY place ORDER BY place;

-- Which text has which word, in the order of words: those that begin alike lie together.
CREATE TABLE tokens AS
SELECT DISTINCT unnest(regexp_split_to_array(words, '[^\pL\pN]+')) AS token, place FROM texts
ORDER BY token, place;

-- The possible days of every scattered date (`[2018-09-04,2019-09-04]`, `XXXX-09-04`), one row a run of
-- days. Filled in from outside, where EDTF is understood.
CREATE TABLE runs (edtf VARCHAR, first_day DATE, last_day DATE);

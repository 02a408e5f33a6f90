-- Whole rows of the happenings from number $first to $last: read in parts, for all at once would need several
-- times the memory they are kept in. Here `told` of `schema.sql` is still at hand.
WITH own AS (
    FROM told WHERE number BETWEEN $first AND $last
), merged AS (
    SELECT number,
           bool_or(event.main) AS main,
           max(event.score) AS score,
           count(DISTINCT document)::INTEGER AS reports,
           count(DISTINCT wording)::INTEGER AS sources,
           list_sort(list(DISTINCT document_id)) AS documents,
           arg_min(event.place, rank) FILTER (WHERE event.place IS NOT NULL) AS place
    FROM own GROUP BY number
), bodies AS (
    SELECT b.happening AS number, list(o.key ORDER BY b.strength) AS keys
    FROM happening_organizations b JOIN organizations o ON o.number = b.organization
    WHERE b.layers & 1 <> 0 AND b.happening BETWEEN $first AND $last GROUP BY ALL
), lands AS (
    SELECT happening AS number, list(country ORDER BY country) AS codes FROM happening_countries
    WHERE layers & 3 <> 0 AND happening BETWEEN $first AND $last GROUP BY ALL
), persons AS (
    SELECT happening AS number, list(person ORDER BY strength) AS keys FROM happening_people
    WHERE happening BETWEEN $first AND $last GROUP BY ALL
), said AS (
    SELECT happening AS number, list(said ORDER BY said) AS days FROM disagreements
    WHERE what = 'day' AND happening BETWEEN $first AND $last GROUP BY ALL
), subjects AS (
    SELECT happening AS number, list(topic ORDER BY strength) AS keys FROM happening_topics
    WHERE happening BETWEEN $first AND $last GROUP BY ALL
)
SELECT number, o.event.id AS id, o.event.title AS title, o.event.type AS type, o.event.plover AS plover,
       o.event.cameo AS cameo, o.event.status AS status, o.event.date.edtf AS edtf,
       o.event.according_to AS according_to,
       o.event.date.earliest AS earliest, o.event.date.latest AS latest,
       o.event.date.precision AS precision, o.event.date.basis AS basis,
       o.event.date.wording AS wording, o.event.date.approximate AS approximate,
       o.event.date.placed AS placed, o.begun AS told_earliest, o.written AS told_latest,
       coalesce(o.event.date.likely.edtf, '') AS likely,
       coalesce(o.event.date.likely.share, 0)::DOUBLE AS likely_share,
       -- One day, or it lasted from one to another; no doubt marked.
       o.event.date.placed AND NOT o.event.date.approximate
           AND (o.event.date.earliest = o.event.date.latest OR contains(o.event.date.edtf, '/')) AS exact,
       -- Between the first and the last possible day lie impossible ones: see `runs`.
       NOT o.event.date.placed
           AND (contains(o.event.date.edtf, ',') OR contains(o.event.date.edtf, 'X')) AS scattered,
       m.main, m.score, m.reports, m.sources,
       number IN (SELECT happening FROM disagreements) AS disagree,
       -- The days its reports tell, where they tell different ones, as EDTF.
       coalesce(a.days, []) AS said,
       -- Which label is placed first where there is no room for all: the news of a document, told
       -- by several reports, with bodies named.
       2.0 * m.main::INTEGER + least(m.reports - 1, 5) + 0.5 * least(coalesce(len(b.keys), 0), 4) AS weight,
       coalesce(b.keys, []) AS organizations, coalesce(l.codes, []) AS countries,
       coalesce(s.keys, []) AS topics, coalesce(p.keys, []) AS people,
       m.place.city AS place_city, m.place.country AS place_country, m.documents
FROM (FROM own WHERE rank = 1) o
JOIN merged m USING (number)
LEFT JOIN said a USING (number)
LEFT JOIN bodies b USING (number)
LEFT JOIN lands l USING (number)
LEFT JOIN subjects s USING (number)
LEFT JOIN persons p USING (number)
ORDER BY number

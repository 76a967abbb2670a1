// Published detections, the newest first.
// @param limit INTEGER how many
MATCH (e:Epoch)
RETURN e.number AS number, e.at AS at, e.moment AS moment, coalesce(e.dispositions, 0) AS dispositions, e.model_version AS model_version, e.sequence AS sequence
ORDER BY number DESC
LIMIT $limit

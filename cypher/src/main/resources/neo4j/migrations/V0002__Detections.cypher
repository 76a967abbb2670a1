CREATE CONSTRAINT detection_number IF NOT EXISTS FOR (d:Detection) REQUIRE d.number IS UNIQUE;
CREATE CONSTRAINT ring_detection_ring_id IF NOT EXISTS FOR (r:Ring) REQUIRE (r.detection, r.ring_id) IS UNIQUE;
CREATE CONSTRAINT outside_risks_detection_part IF NOT EXISTS FOR (o:OutsideRisks) REQUIRE (o.detection, o.part) IS UNIQUE;
CREATE INDEX linked_detection IF NOT EXISTS FOR ()-[l:LINKED]-() ON (l.detection);
CREATE INDEX member_of_detection IF NOT EXISTS FOR ()-[m:MEMBER_OF]-() ON (m.detection);

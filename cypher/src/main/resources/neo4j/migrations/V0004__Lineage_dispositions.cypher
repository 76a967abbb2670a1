CREATE CONSTRAINT epoch_number IF NOT EXISTS FOR (e:Epoch) REQUIRE e.number IS UNIQUE;
CREATE CONSTRAINT ring_version_detection_ring_id IF NOT EXISTS FOR (v:RingVersion) REQUIRE (v.detection, v.ring_id) IS UNIQUE;
CREATE INDEX ring_version_ring_id IF NOT EXISTS FOR (v:RingVersion) ON (v.ring_id);
CREATE INDEX ring_event_ring_id IF NOT EXISTS FOR (e:RingEvent) ON (e.ring_id);
CREATE INDEX ring_event_detection IF NOT EXISTS FOR (e:RingEvent) ON (e.detection);
CREATE CONSTRAINT disposition_number IF NOT EXISTS FOR (d:Disposition) REQUIRE d.number IS UNIQUE;

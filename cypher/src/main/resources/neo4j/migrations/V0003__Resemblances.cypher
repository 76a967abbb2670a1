CREATE INDEX resembles_detection IF NOT EXISTS FOR ()-[r:RESEMBLES]-() ON (r.detection);

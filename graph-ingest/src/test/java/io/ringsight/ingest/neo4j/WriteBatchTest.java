package io.ringsight.ingest.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.record.TokenisedApplication;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteBatchTest {
    private final List<TokenisedApplication> applications =
            BenchmarkPopulation.of(2, 1).toList();

    @Test
    void putsALaterVersionInALaterWave() {
        var batch = new WriteBatch();
        batch.add(applications.get(0));
        batch.add(applications.get(1));
        batch.add(applications.get(0));

        assertThat(batch.waves()).containsExactly(applications, List.of(applications.getFirst()));
        assertThat(batch.rows()).isEqualTo(21);
    }

    @Test
    void aSightingSaidTwiceIsOne() {
        var sightings = applications.getFirst().sightings();
        var twice = List.of(sightings.get(0), sightings.get(1), sightings.get(0));

        assertThat(Sightings.distinct(twice)).containsExactly(sightings.get(0), sightings.get(1));
    }
}

package io.ringsight.ingest.source;

import java.util.List;

/** What some neighbouring records of one file held. */
public record SourceBatch(List<Application> applications, List<LateIdentifier> late, List<Rejection> rejections) {
    public SourceBatch {
        applications = List.copyOf(applications);
        late = List.copyOf(late);
        rejections = List.copyOf(rejections);
    }
}

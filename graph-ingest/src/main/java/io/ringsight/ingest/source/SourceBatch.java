package io.ringsight.ingest.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What some neighbouring records of one file held. */
public record SourceBatch(List<Application> applications, List<LateIdentifier> late, List<Rejection> rejections) {
    public SourceBatch {
        applications = List.copyOf(applications);
        late = List.copyOf(late);
        rejections = List.copyOf(rejections);
    }

    /** With the rejections in the order of their lines. */
    static SourceBatch of(List<Application> applications, List<LateIdentifier> late, List<Rejection> rejections) {
        var sorted = new ArrayList<>(rejections);
        sorted.sort(Comparator.comparingLong(rejection -> rejection.origin().line()));
        return new SourceBatch(applications, late, sorted);
    }
}

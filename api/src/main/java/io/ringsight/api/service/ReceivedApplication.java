package io.ringsight.api.service;

import io.ringsight.ingest.source.Rejection;
import java.util.List;

/** What became of an application that came in. */
public record ReceivedApplication(String accountId, boolean created, List<Rejection> rejections) {
    public ReceivedApplication {
        rejections = List.copyOf(rejections);
    }
}

package io.ringsight.api.service;

import io.ringsight.ingest.source.Rejection;
import java.util.List;

/**
 * What became of sightings that came in.
 *
 * @param created how many of them were new
 */
public record ReceivedSightings(String accountId, long created, List<Rejection> rejections) {
    public ReceivedSightings {
        rejections = List.copyOf(rejections);
    }
}
